//! Damages files of every format and opens them: no input may panic, hang, or ask for much memory.

mod mutate;
mod notes;
mod run;
mod seeds;

pub use run::{Outcome, fuzz, open, replay};
pub use seeds::{FORMATS, Seed, folder};

/// The most memory that everything together may take, in bytes: what a browser grants a page without
/// trouble.
pub const MOST_MEMORY: usize = 1_500_000_000;
