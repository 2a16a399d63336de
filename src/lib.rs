//! The web app: an article with its sourcing lit up.

mod app;
mod browser;
mod caret_mode;
mod commands;
mod components;
mod copying;
mod effects;
mod guide;
mod lang;
mod opening;

pub use app::start;
