//! `cargo xtask size`: what a visitor loads, as a host sends it (brotli, quality 11): before the
//! sample can be read, and before it is lit.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::hook::page::tags;
use crate::run::output;
use crate::tools::on_path;
use crate::workspace;

/// Prints the table, from the `dist/` that is there.
///
/// # Errors
/// When `dist/` is not built, or nothing here can compress with brotli.
pub fn size() -> Result<()> {
    let dist = workspace::dist();
    let page = std::fs::read_to_string(dist.join("index.html"))
        .context("there is no dist/index.html: run `cargo xtask build` first")?;
    let workers = worker_files(&page, &dist)?;
    println!("{:>9} {:>9}  file", "bytes", "brotli");
    let readable = table(&dist, &before_readable(&page))?;
    println!("{readable:>19}  before the sample can be read\n");
    let more = table(&dist, &workers)?;
    println!("{:>19}  before it is lit\n", readable + more);
    let later = table(&dist, &files_for_later(&page, &dist)?)?;
    println!("{later:>19}  only when a page or a file is opened");
    Ok(())
}

/// Prints a line a file; the answer is their compressed size together.
fn table(dist: &Path, files: &[String]) -> Result<u64> {
    let mut sum = 0;
    for file in files {
        let path = dist.join(file);
        let bytes = std::fs::metadata(&path)
            .with_context(|| format!("dist/ has no {file}"))?
            .len();
        let compressed = brotli(&path)?;
        println!("{bytes:>9} {compressed:>9}  {file}");
        sum += compressed;
    }
    Ok(sum)
}

/// The page and all it names except the workers.
fn before_readable(page: &str) -> Vec<String> {
    let mut files = vec!["index.html".to_owned()];
    files.extend(
        tags(page, "link")
            .iter()
            .filter_map(|link| link.attribute("href"))
            .map(file),
    );
    files.extend(
        tags(page, "script")
            .iter()
            .filter_map(|script| script.attribute("src"))
            .map(file),
    );
    files.extend(
        manifest(page)
            .filter(|(name, _)| !is_worker(name) && !is_for_later(name))
            .map(|(_, content)| file(content)),
    );
    files
}

/// The analysis worker's script and its wasm.
fn worker_files(page: &str, dist: &Path) -> Result<Vec<String>> {
    with_wasm(
        manifest(page).filter(|(name, _)| is_worker(name) && !is_for_later(name)),
        dist,
    )
}

/// What is loaded only when the reader opens something else than plain text.
fn files_for_later(page: &str, dist: &Path) -> Result<Vec<String>> {
    with_wasm(manifest(page).filter(|(name, _)| is_for_later(name)), dist)
}

/// Each script, and its wasm where it has one.
fn with_wasm<'a>(
    scripts: impl Iterator<Item = (&'a str, &'a str)>,
    dist: &Path,
) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for (name, script) in scripts {
        let wasm = format!("{}_bg-", name.trim_start_matches("sourcelight:"));
        files.push(file(script));
        for entry in std::fs::read_dir(dist)? {
            let entry = entry?.file_name().to_string_lossy().into_owned();
            if entry.starts_with(&wasm) {
                files.push(entry);
            }
        }
    }
    Ok(files)
}

fn manifest(page: &str) -> impl Iterator<Item = (&str, &str)> {
    let metas = tags(page, "meta").into_iter();
    let pairs =
        metas.filter_map(|meta| Some((meta.attribute("name")?, meta.attribute("content")?)));
    pairs.filter(|(name, _)| name.starts_with("sourcelight:"))
}

fn is_worker(name: &str) -> bool {
    name.ends_with("-worker")
}

fn is_for_later(name: &str) -> bool {
    const LATER: &[&str] = &[
        "exchange-worker",
        "opener-worker",
        "pdf-worker",
        "bookmarklet",
    ];
    LATER.iter().any(|later| name.ends_with(later))
}

/// An address in the page as a file of `dist/`, whatever path it is built for.
fn file(address: &str) -> String {
    let relative = address.trim_start_matches("./");
    if relative.starts_with('/') {
        relative.rsplit('/').next().unwrap_or("").to_owned()
    } else {
        relative.to_owned()
    }
}

/// The compressed size: by the `brotli` command, or by Node.js.
fn brotli(path: &Path) -> Result<u64> {
    if on_path("brotli").is_some() {
        let mut command = Command::new("brotli");
        command
            .args(["--quality=11", "--lgwin=22", "--stdout"])
            .arg(path)
            .stderr(Stdio::inherit());
        return Ok(u64::try_from(
            command.output().context("starting brotli")?.stdout.len(),
        )?);
    }
    if on_path("node").is_some() {
        let script = "const { brotliCompressSync } = require('zlib');
            console.log(brotliCompressSync(require('fs').readFileSync(process.argv[1])).length)";
        let length = output(Command::new("node").args(["-e", script]).arg(path))?;
        return length.trim().parse().context("node answers no number");
    }
    bail!("nothing here compresses with brotli: install the command `brotli`, or Node.js")
}
