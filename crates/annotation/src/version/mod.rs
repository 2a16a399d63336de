//! A new version of an article: what changed in it, and where each passage that was annotated is now.

mod carry;
mod difference;
mod kin;
mod moved;

pub use carry::Carry;
pub use difference::{Change, Piece, Stretch, compare, difference};
pub use kin::Kin;
pub use moved::Moved;
