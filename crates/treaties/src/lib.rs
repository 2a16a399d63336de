//! The instruments of international law that news stories name, and where a text names them.
//!
//! `data/instruments.txt` has them all, to be read and mended by hand: what each lays down, when it
//! was opened and came into force (with the source, or the mark "unsourced"), and every name it goes
//! by. What each state has signed is not here.

mod describe;
mod find;
mod instrument;
mod names;
mod words;

pub use find::{Mention, find_mentions};
pub use instrument::{Dated, Instrument, Source, instrument, instruments, sources};
