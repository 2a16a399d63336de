//! Records that merge: what tabs, backups, hand-ins and a team's copies rest on.
//!
//! A [`Record`] is one thing with an id (an article, an annotation) in every version that no later
//! one has superseded. A [`Version`] knows which device made it and everything its maker had seen
//! before, so that two copies can tell "you have changed what I had" from "we both changed it, not
//! knowing of each other". The first replaces, the second keeps both for the reader.
//!
//! This is a multi-value register with version vectors (Shapiro et al., *A comprehensive study of
//! convergent and commutative replicated data types*, 2011, section 3.2.2). What decides is what was
//! seen, never what a clock says; clocks ([`Clock`]) only number a device's own versions and put two
//! conflicting ones in an order to show them in.

mod canonical;
mod clock;
mod stamp;
mod store;
mod version;

pub use canonical::canonical;
pub use clock::{Ahead, Clock, MOST_AHEAD};
pub use stamp::{Stamp, StampError};
pub use store::{MOST_VERSIONS, Record, Store, StoreError, Taken};
pub use version::Version;

/// The version of the shape in which records are written.
pub const SCHEMA: u32 = 1;
