//! How much is read of a file before it is trusted.
//!
//! Together they keep what a hostile file can make us hold under a few hundred megabytes, which the
//! memory of a browser's tab bears.

/// Bytes of a file.
pub(crate) const FILE: usize = 64 << 20;
/// Bytes of one JSON text.
pub(crate) const JSON: usize = 32 << 20;
/// Bytes that all parts of an archive unpack to.
pub(crate) const UNPACKED: usize = 128 << 20;
/// Parts of an archive.
pub(crate) const ENTRIES: usize = 40_000;
/// JSON values in all: about fifty to an annotation.
pub(crate) const VALUES: usize = 1_500_000;
/// Lists and objects within each other. JSON-LD frames and selectors nest about ten deep.
pub(crate) const DEPTH: usize = 64;
/// Reasons that are listed one by one.
pub(crate) const REASONS: usize = 200;
