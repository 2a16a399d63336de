//! A new version of an article: what changed in it, and where each passage that was annotated is now.

mod carry;
mod difference;

pub use carry::Carry;
pub use difference::{Change, Piece, Stretch, compare, difference};
