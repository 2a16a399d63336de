//! What the app knows ([`State`]), what can happen ([`Action`]) and what then changes ([`reduce`]).
//!
//! Pure: no clock, no ids of its own, no browser. Everything a component draws is derived from here;
//! everything that waits or stores lives in the app's effects and comes back as an action.

mod action;
mod correct;
mod facts;
mod findings;
mod history;
mod marks;
mod reduce;
mod save;
mod state;

pub use action::Action;
pub use facts::{Facts, Strip, facts, strips, voices};
pub use findings::{Detail, Finding, Status, findings};
pub use history::{Change, History};
pub use marks::{Mark, MarkKind, Marks, Segment, marks, segments};
pub use reduce::reduce;
pub use save::{Saved, Unsaved};
pub use state::{Kept, Light, Notice, State, Tab};
