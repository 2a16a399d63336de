//! What waits: opening, analysing, saving. Each ends in an action.

mod analyse;
mod arrivals;
mod backup_folder;
mod beside;
mod bookmarklet;
mod exchange;
mod fetch_article;
mod library;
mod open_article;
mod open_files;
mod save;
mod settings;
mod shelve;
mod start;
mod tabs;
mod take_in;
mod typing;
mod version;
mod ways;

pub(crate) use analyse::use_analysis;
pub(crate) use arrivals::{Arrivals, use_arrivals};
pub(crate) use backup_folder::{choose_folder, chosen_folder, forget_folder};
pub(crate) use beside::{Beside, kept_beside, read_beside};
pub(crate) use bookmarklet::bookmarklet;
use exchange::note_change;
pub(crate) use exchange::{Written, backup, hand_on, notice_of_backup};
use fetch_article::fetch_article;
pub(crate) use library::{
    Library, library, put_into_bin, set_proxy, stored_proxy, take_out_of_bin,
};
pub(crate) use open_article::{Source, open_article};
use open_files::open_files;
pub(crate) use save::use_saving;
pub(crate) use settings::load_settings;
pub(crate) use start::{Shared, use_start};
pub(crate) use tabs::use_tabs;
use take_in::take_in;
pub(crate) use take_in::take_other;
pub(crate) use typing::use_typing;
pub(crate) use version::{carry, compare, versions_of};
pub(crate) use ways::Ways;

/// The setting that names the reader's own proxy.
const PROXY: &str = "proxy";
