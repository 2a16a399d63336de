//! Handing on and taking in.
//!
//! [`export`] writes what the reader has of an article in one of the formats of [`Kind`]; [`backup`]
//! everything they keep.
//! [`import`] reads a file of ours, of the W3C's model, of Hypothesis or Recogito into plain data;
//! [`Library::take_in`] lays that over what the reader keeps, replacing nothing silently, and says
//! what it did.

mod archive;
mod article_record;
mod export;
mod hypothesis;
mod import;
mod library;
mod limits;
mod node_tree;
mod report;
mod shelf;
mod time;
mod web;
mod words;

pub use archive::SCHEMA;
pub use article_record::{ArticleRecord, BlockRecord};
pub use export::{Exported, Input, Kind, backup, export, written};
pub use import::{Change, Format, ImportError, ImportReport, Imported, Unread, import, is_ours};
pub use library::Library;
pub use shelf::{Shelf, article_of, on_article};
pub use time::millis;
