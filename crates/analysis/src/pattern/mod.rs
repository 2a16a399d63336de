//! A small matcher of word patterns, for rules that are data.
//!
//! A pattern is a row of items, written with spaces between them:
//!
//! | item | finds |
//! |---|---|
//! | `risk` | that word, in any case |
//! | `risk\|@hazards` | one of the items |
//! | `escalat*` | a word that begins so (at least four letters) |
//! | `@civilians` | an entry of that list in `data/lists.txt` |
//! | `?the` | that item or nothing |
//! | `..4` | up to four words of any kind, but no semicolon, colon or dash |
//! | `#` | a number, in figures or words |
//! | `%treaty` | a treaty of the register, named or described, as one item |
//! | `%pact` | the same, or "the treaty", "that pact" and the like |
//!
//! Quotation marks are looked through. Words of a list may be several ("apartment block").

mod item;
mod lists;
mod sentence;
mod set;

pub(crate) use item::Pattern;
pub(crate) use lists::list_has;
pub(crate) use sentence::Words;
pub(crate) use set::PatternSet;
