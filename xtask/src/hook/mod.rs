//! What happens to `dist/` after compiling: Trunk calls this as its `post_build` hook, on the folder
//! it stages the new `dist/` in.
//!
//! 1. In a release, every wasm is made smaller.
//! 2. Every file gets its content's hash into its name, from the innermost outwards: wasm, the glue
//!    that loads it, the script that starts it, the page. A new release so never meets an old file.
//! 3. The components' stylesheets become one.
//! 4. No script is left inside a page, so that one fixed Content-Security-Policy covers it. The
//!    policy stands in the pages, and with the cache rules in `_headers`, which static hosts and
//!    [`crate::server`] read.

mod app;
mod assets;
mod headers;
mod inline;
pub(crate) mod page;
mod policy;
mod staging;
mod styles;
#[cfg(test)]
mod tests;
mod worker;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::tools;
use staging::Staging;

pub(crate) use headers::{Rule, parse as parse_headers};

/// What Trunk tells its hooks.
pub struct Hook {
    /// The folder the new `dist/` is put together in.
    pub staging: PathBuf,
    /// The repository's top folder.
    pub source: PathBuf,
    /// The path the app will be served under, as Trunk was given it.
    pub public_url: String,
    /// Whether this is a release.
    pub release: bool,
}

impl Hook {
    /// Reads what Trunk says in the environment.
    ///
    /// # Errors
    /// When it is not Trunk that calls.
    pub fn from_env() -> Result<Self> {
        let var = |name| {
            std::env::var(name)
                .with_context(|| format!("{name} is not set: the hook is called by trunk"))
        };
        Ok(Self {
            staging: var("TRUNK_STAGING_DIR")?.into(),
            source: var("TRUNK_SOURCE_DIR")?.into(),
            public_url: var("TRUNK_PUBLIC_URL")?,
            release: var("TRUNK_PROFILE")? == "release",
        })
    }

    /// Does all of it.
    ///
    /// # Errors
    /// When a file the page names is missing, or one cannot be written.
    pub fn run(&self) -> Result<()> {
        let mut staging = Staging::open(&self.staging)?;
        if self.release {
            self.shrink(&staging)?;
        }
        let mut page = staging.read("index.html")?;
        page = app::finish(&page, &mut staging, &self.source.join("static/boot.js"))?;
        worker::finish_all(
            &page,
            &mut staging,
            &self.source.join("static/boot-worker.js"),
        )?;
        page = styles::join(&page, &mut staging)?;
        page = assets::finish(&page, &mut staging)?;
        page = inline::move_out(&page, &mut staging)?;
        let live = inline::has_live_reload(&page);
        page = page::with_policy(&page::without_blank_lines(&page), &policy::of_app(live))?;
        staging.write("index.html", &page)?;
        for other in staging.pages_beside_index()? {
            let page = page::with_policy(&staging.read(&other)?, &policy::of_plain_page())?;
            staging.write(&other, &page)?;
        }
        let headers = headers::write(&self.public_url, &policy::in_header(live), staging.hashed());
        staging.write("_headers", &headers)
    }

    fn shrink(&self, staging: &Staging) -> Result<()> {
        let Some(wasm_opt) = tools::find_wasm_opt() else {
            println!(
                "Built without wasm-opt: larger to load, otherwise the same (`cargo xtask setup`)."
            );
            return Ok(());
        };
        let files = staging.with_extension("wasm")?;
        // Side by side, because each takes a core for a while.
        std::thread::scope(|scope| {
            let shrink = |file| wasm_opt.shrink(&staging.path(file));
            let running: Vec<_> = files
                .iter()
                .map(|file| scope.spawn(move || shrink(file)))
                .collect();
            running
                .into_iter()
                .try_for_each(|one| one.join().unwrap_or_else(|_| bail!("wasm-opt panicked")))
        })
    }
}
