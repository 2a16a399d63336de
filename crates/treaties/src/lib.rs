//! The register of treaties: the instruments of international law that news stories name, the names
//! and descriptions they go by, how many states are in them, and where each state stands.
//!
//! Everything stands in `data/`, to be read and mended by hand, every value with its sources:
//! `instruments.txt`, `counts.txt`, `statuses.txt`, `states.txt`, `sources.txt`, `describe.txt`. What
//! nobody has checked is marked as unsourced, and so it is in what this crate answers. The data is read
//! once, when it is first asked for.

mod count;
mod date;
mod describe;
mod find;
mod instrument;
mod names;
mod source;
mod standing;
mod state;
mod status;
mod table;
mod words;

pub use count::{Count, Counted, Figure, counts, figure_at};
pub use date::{Date, Period};
pub use find::{Mention, find_mentions};
pub use instrument::{Instrument, Sourced, instrument, instruments};
pub use source::{Source, source, sources};
pub use standing::{Standing, standing};
pub use state::{By, State, StateMention, state, states, states_in};
pub use status::{Act, Entry, Other, Status, Step, entries, entry};

#[cfg(test)]
mod audit;
