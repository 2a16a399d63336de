//! The instant engine: a linear-chain tagger over whole blocks, and what links its labels.

mod decode;
pub(crate) mod features;
mod fuse;
pub(crate) mod labels;
pub(crate) mod link;
pub(crate) mod model;
mod roles;
pub(crate) mod tag;

pub(crate) use fuse::fuse;
pub(crate) use tag::{Tagged, tag};
