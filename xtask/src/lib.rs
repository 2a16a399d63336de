//! Everything that is done *to* Sourcelight rather than by it: installing the tool chain, building
//! `dist/`, serving it, testing and measuring it.
//!
//! The binary beside this only reads the command line. The end-to-end tests use [`server`] and
//! [`tools`] from here, so that what they drive is served exactly as `cargo xtask serve` serves it.

pub mod bench;
pub mod build;
pub mod guide;
pub mod hook;
pub mod measure;
pub mod run;
pub mod serve;
pub mod server;
pub mod size;
pub mod test;
pub mod tools;
pub mod train;
pub mod workspace;
