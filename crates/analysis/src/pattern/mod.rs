//! A small matcher of word patterns, for rules that are data.
//!
//! A pattern is a row of items, written with spaces between them:
//!
//! | item | finds |
//! |---|---|
//! | `risk` | that word, in any case |
//! | `risk\|@hazards` | one of the items |
//! | `escalat*` | a word that begins so (at least three letters) |
//! | `~deny` | any form of a regular verb: deny, denies, denied, denying |
//! | `@civilians` | an entry of that list in `data/lists.txt` or `data/controversy/lists.txt` |
//! | `?the` | that item or nothing |
//! | `..4` | up to four words of any kind, but no semicolon, colon or dash |
//! | `#` | a number, in figures or words |
//! | `%name` | a word that is part of a name |
//! | `^` | the beginning of the sentence, behind a dateline |
//! | `%treaty` | a treaty of the register, named or described, as one item |
//! | `%pact` | the same, or "the treaty", "that pact" and the like |
//! | `a b & c` | `a b` with `c` before or behind it in the same part of the sentence; both are marked |
//! | `a b && c` | `a b` with `c` anywhere in the sentence; `a b` is marked |
//!
//! Quotation marks are looked through. Words of a list may be several ("apartment block").

mod forms;
mod item;
mod lists;
mod read;
mod sentence;
mod set;
mod table;

pub(crate) use item::Pattern;
pub(crate) use lists::{list_has, lists_at};
pub use read::PatternError;
pub(crate) use sentence::{Instrument, Words};
pub(crate) use set::PatternSet;
pub(crate) use table::hash;
