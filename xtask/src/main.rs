//! `cargo xtask …`: see [`HELP`].

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::build::Build;
use xtask::hook::Hook;
use xtask::serve::Serve;
use xtask::tools;

const HELP: &str = "\
cargo xtask serve [--port N] [--dev] [--open]   install what is missing, build, serve on 127.0.0.1
cargo xtask build [--public-url /path/] [--dev] build dist/, ready for any static host
cargo xtask setup                               install what a build needs and this machine lacks
cargo xtask test                                everything CI checks, in real browsers too
cargo xtask train attribution [--train FILE] [--dev FILE] [--predictions FILE] [--model FILE]
                                                learn or measure the instant engine's model
cargo xtask guide                               renews what the help says of the rules
cargo xtask size                                what a visitor loads, compressed
cargo xtask lit                                 time from navigation to the first article lit
cargo xtask bench anchoring [--node]            anchoring beside Hypothesis' matcher, in Chromium or node
cargo xtask crash [--times N] [--seed S]         kills Chromium in mid-edit, N times; counts what was lost
cargo xtask bench reading                       how soon the page answers with 10,000 marks, in Chromium
cargo xtask shots [--readme]                    screenshots into target/shots

serve builds a release, as readers get it; with --dev it is quick to build and slow to run.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<()> {
    match words {
        ["setup"] => {
            tools::setup()?;
            println!("All that a build needs is here.");
            Ok(())
        }
        ["build", options @ ..] => build(options)?.run(&tools::setup()?),
        ["serve", options @ ..] => serve(options)?.run(),
        ["test"] => xtask::test::test(),
        ["train", "attribution", options @ ..] => xtask::train::attribution(options),
        ["guide"] => xtask::guide::write(),
        ["size"] => xtask::size::size(),
        [program @ ("crash" | "lit" | "shots"), options @ ..] => {
            xtask::measure::measure(program, options)
        }
        ["bench", "reading", options @ ..] => xtask::measure::measure("reading", options),
        ["bench", "anchoring"] => xtask::bench::anchoring(false),
        ["bench", "anchoring", "--node"] => xtask::bench::anchoring(true),
        ["hook"] => Hook::from_env()?.run(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        [word, ..] => bail!("there is no `{word}`, or not so\n\n{HELP}"),
    }
}

fn build(mut words: &[&str]) -> Result<Build> {
    let mut build = Build::default();
    while let Some((word, rest)) = words.split_first() {
        words = match (*word, rest) {
            ("--public-url", [url, rest @ ..]) => {
                build.public_url = Some((*url).to_owned());
                rest
            }
            ("--dev", rest) => {
                build.dev = true;
                rest
            }
            _ => bail!("build does not know `{word}`\n\n{HELP}"),
        };
    }
    Ok(build)
}

fn serve(mut words: &[&str]) -> Result<Serve> {
    let mut serve = Serve::default();
    while let Some((word, rest)) = words.split_first() {
        words = match (*word, rest) {
            ("--port", [port, rest @ ..]) => {
                serve.port = Some(port.parse().with_context(|| format!("{port} is no port"))?);
                rest
            }
            ("--dev", rest) => {
                serve.dev = true;
                rest
            }
            ("--release", rest) => {
                serve.dev = false;
                rest
            }
            ("--open", rest) => {
                serve.open = true;
                rest
            }
            _ => bail!("serve does not know `{word}`\n\n{HELP}"),
        };
    }
    Ok(serve)
}
