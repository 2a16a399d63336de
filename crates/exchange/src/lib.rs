//! Handing on and taking in.
//!
//! [`import`] reads a file of ours, of the W3C's model, of Hypothesis or Recogito into plain data;
//! [`Library::take_in`] lays that over what the reader keeps, replacing nothing silently, and says
//! what it did.

mod archive;
mod article_record;
mod hypothesis;
mod import;
mod library;
mod limits;
mod time;
mod web;

pub use archive::SCHEMA;
pub use article_record::{ArticleRecord, BlockRecord};
pub use import::{Change, Format, ImportError, ImportReport, Imported, Unread, import, is_ours};
pub use library::Library;
