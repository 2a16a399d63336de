//! The instant engine: a linear-chain tagger over whole blocks, and what links its labels.

pub(crate) mod features;
pub(crate) mod labels;
pub(crate) mod link;
