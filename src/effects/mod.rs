//! What waits: opening, analysing, saving. Each ends in an action.

mod analyse;
mod open_article;
mod save;
mod settings;
mod start;

pub(crate) use analyse::use_analysis;
pub(crate) use open_article::{Source, open_article};
pub(crate) use save::use_saving;
pub(crate) use settings::{load_settings, use_settings};
pub(crate) use start::{Shared, use_start};
