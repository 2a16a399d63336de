//! `cargo xtask test`: everything that must hold before a change lands, from the format to real
//! browsers. The cheap stages come first; the first that fails ends the run.

mod debian;
mod lints;
mod purity;
mod stages;
mod unsafe_code;

use std::process::Command;

use anyhow::Result;

use crate::build::Build;
use crate::run::{cargo, run};
use crate::tools::{self, Browsers, Tools, find_browsers};
use stages::Stages;

/// Runs everything.
///
/// # Errors
/// Names the stage that failed, or all that is missing on this machine before anything is built.
pub fn test() -> Result<()> {
    let mut stages = Stages::default();
    let browsers = stages.run("browsers and drivers", || {
        debian::install_what_is_missing()?;
        find_browsers()
    })?;
    let tools = stages.run("tool chain", tools::setup)?;

    stages.run("format", || run(cargo().args(["fmt", "--all", "--check"])))?;
    stages.run("unsafe code and lints are declared", || {
        unsafe_code::check()?;
        lints::check()
    })?;
    stages.run("core purity", purity::check)?;
    stages.run("clippy, native", || {
        run(cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    stages.run("clippy, wasm32", || {
        run(on_wasm("clippy").args(["--", "-D", "warnings"]))
    })?;
    stages.run("every crate alone on wasm32", every_core_crate_on_wasm)?;
    stages.count(
        "unit and property tests",
        cargo().args(["test", "--workspace", "--exclude", "sourcelight-e2e"]),
    )?;
    stages.count(
        "the harness's own tests",
        cargo().args(["test", "--package", "sourcelight-e2e", "--lib", "--bins"]),
    )?;
    stages.count(
        "tests in the browser's wasm",
        &mut in_chromium(&tools, &browsers),
    )?;
    stages.run("release build", || Build::default().run(&tools))?;
    stages.count("journeys in Chromium and Firefox", &mut journeys(&browsers))?;
    stages.run("acknowledged changes outlive 20 kills of Chromium", || {
        run(named(
            cargo().args([
                "run",
                "--quiet",
                "--package",
                "sourcelight-e2e",
                "--bin",
                "crash",
                "--",
                "--times",
                "20",
            ]),
            &browsers,
        ))
    })?;
    stages.close();
    Ok(())
}

/// A cargo command on every package that can be part of the app, for wasm32.
fn on_wasm(command: &str) -> Command {
    let mut cargo = cargo();
    cargo.args([
        command,
        "--workspace",
        "--exclude",
        "xtask",
        "--exclude",
        "sourcelight-e2e",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    cargo
}

/// Each by itself, so that none lives on features that another switches on.
fn every_core_crate_on_wasm() -> Result<()> {
    for package in purity::core_packages()? {
        run(cargo().args([
            "check",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            &package,
        ]))?;
    }
    Ok(())
}

/// The tests that need a browser's own functions, in headless Chromium: `webdriver.json` has its
/// flags.
fn in_chromium(tools: &Tools, browsers: &Browsers) -> Command {
    let runner = tools
        .wasm_bindgen
        .with_file_name("wasm-bindgen-test-runner");
    let mut command = cargo();
    command
        .args([
            "test",
            "--package",
            "sourcelight",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
        .env("CHROMEDRIVER", &browsers.chromedriver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    command
}

fn journeys(browsers: &Browsers) -> Command {
    let mut command = cargo();
    command.args([
        "test",
        "--package",
        "sourcelight-e2e",
        "--test",
        "journeys",
        "--",
        "--test-threads=2",
    ]);
    named(&mut command, browsers);
    command
}

/// A command that is told which browsers and drivers to take.
fn named<'c>(command: &'c mut Command, browsers: &Browsers) -> &'c mut Command {
    command
        .env("CHROMIUM", &browsers.chromium)
        .env("CHROMEDRIVER", &browsers.chromedriver)
        .env("FIREFOX", &browsers.firefox)
        .env("GECKODRIVER", &browsers.geckodriver)
}
