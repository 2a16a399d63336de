//! What the app knows ([`State`]), what can happen ([`Action`]) and what then changes ([`reduce`]).
//!
//! Pure: no clock, no ids of its own, no browser. Everything a component draws is derived from here;
//! everything that waits or stores lives in the app's effects and comes back as an action.

mod action;
mod audit;
mod caret;
mod chain;
mod command;
mod correct;
mod credit;
mod draft;
mod edges;
mod facts;
mod filter;
mod findings;
mod glance;
mod history;
mod language;
mod lost;
mod marks;
mod print;
mod reduce;
mod save;
mod search;
mod sets;
mod settings;
mod state;
mod stories;
mod versions;
mod voices;

pub use action::Action;
pub use audit::{AuditItem, Ground, Outcome, Progress, audit_of, message, next_item, progress};
pub use caret::{Caret, Stride};
pub use chain::{ChainNode, Drawing, Placed, Wire, chain, lay_out, names_to, way_to};
pub use command::{Chord, Command, Group, Keys};
pub use credit::{Copied, Credit, credit, escaped, with_source};
pub use draft::{Draft, DraftPlace};
pub use edges::{Edge, moved};
pub use facts::{Facts, Strip, facts, strips};
pub use filter::Filter;
pub use findings::{Detail, Finding, Status, findings};
pub use glance::{CoverageShare, Glance, KindShare, Run, WHOLE, glance};
pub use history::{Change, History};
pub use language::{runs_leftward, unread_language};
pub use marks::{Mark, MarkKind, Marks, Segment, marks, segments};
pub use print::{Paper, paper};
pub use reduce::reduce;
pub use save::{Saved, Unsaved};
pub use search::{Hit, HitPlace, search};
pub use sets::{Compared, MarkSet, SetComparison, SetCount, compare_sets, sets};
pub use settings::{Callout, Settings};
pub use state::{Kept, Light, Mode, Notice, State, Tab};
pub use stories::{
    Figure, FigurePair, SharedPassage, Story, StoryComparison, StoryVoice, compare_stories,
};
pub use versions::{Version, versions};
pub use voices::{Clue, Voice};
