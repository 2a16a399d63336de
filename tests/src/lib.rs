//! The harness of the end-to-end tests: a real browser with a fresh profile, the release `dist/`
//! served as `cargo xtask serve` serves it, and an eye on everything that must not happen.
//!
//! A journey is one file in `journeys/`. It finds things by role and accessible name, as a person
//! would, and by the attributes that SCREEN.md promises.

mod article;
mod axe;
mod browser;
mod command;
mod driver;
mod exits;
mod harness;
mod look;
mod mortal;
mod observed;
mod page;
mod roles;
mod screens;

pub use article::Mark;
pub use browser::Browser;
pub use harness::{Failure, Setup, run};
pub use look::Look;
pub use mortal::{End, Life, Mortal};
pub use observed::Observed;
pub use page::Page;
pub use roles::Found;
pub use screens::SCREENS;
