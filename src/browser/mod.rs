//! The only place that names the browser: storage, selection, workers, clock, ids, page.

pub(crate) mod address;
pub(crate) mod bounded;
pub(crate) mod caret;
pub(crate) mod clock;
pub(crate) mod drops;
pub(crate) mod exchanger;
pub(crate) mod figure;
pub(crate) mod files;
pub(crate) mod focus_kept;
pub(crate) mod fragment;
pub(crate) mod handover;
pub(crate) mod highlight;
pub(crate) mod ids;
pub(crate) mod keys;
pub(crate) mod language_name;
pub(crate) mod net;
pub(crate) mod opener;
pub(crate) mod page;
mod pieces;
pub(crate) mod placement;
pub(crate) mod records;
pub(crate) mod selection;
pub(crate) mod storage;
pub(crate) mod tabs;
pub(crate) mod tap;
pub(crate) mod worker;
