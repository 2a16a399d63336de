//! `cargo xtask bench anchoring`: our anchoring, as wasm, beside the matcher that Hypothesis uses
//! (`approx-string-match`, from npm) in one run of one browser, on the same texts, quotes and limits.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::run::{cargo, run};
use crate::tools;
use crate::workspace;

/// Builds the page, opens it in Chromium and prints what it measured; with `node`, measures there.
///
/// # Errors
/// When something that is needed is missing, or the two give different answers.
pub fn anchoring(in_node: bool) -> Result<()> {
    let folder = page()?;
    if in_node {
        return run(Command::new("node").arg("node.js").current_dir(&folder));
    }
    let browser = std::env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| tools::on_path("chromium"))
        .or_else(|| tools::on_path("google-chrome"))
        .context("Chromium is needed; install it, or name it in CHROMIUM")?;
    let server = Server::http("127.0.0.1:0").map_err(|e| anyhow::anyhow!("{e}"))?;
    let port = server
        .server_addr()
        .to_ip()
        .context("the server has no address")?
        .port();
    let profile = folder.join("profile");
    let mut browser = Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("http://127.0.0.1:{port}/"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("starting Chromium")?;
    let measured = serve(&server, &folder, &mut browser);
    // It may have ended by itself.
    let _ = browser.kill();
    let _ = browser.wait();
    let measured = measured?;
    println!("{measured}");
    if measured.contains("failed: ") {
        bail!("the page could not measure; see above");
    }
    Ok(())
}

/// Answers the page's requests until it sends what it measured.
fn serve(server: &Server, folder: &Path, browser: &mut Child) -> Result<String> {
    loop {
        let waited = server.recv_timeout(std::time::Duration::from_secs(5))?;
        let Some(mut request) = waited else {
            if let Some(status) = browser.try_wait()? {
                bail!("Chromium ended before it had measured ({status})");
            }
            continue;
        };
        if *request.method() == Method::Post {
            let mut measured = String::new();
            request.as_reader().read_to_string(&mut measured)?;
            request.respond(Response::empty(204))?;
            return Ok(measured);
        }
        answer(request, folder)?;
    }
}

fn answer(request: Request, folder: &Path) -> Result<()> {
    let path = request.url().trim_start_matches('/').to_owned();
    let name = if path.is_empty() { "index.html" } else { &path };
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "text/plain; charset=utf-8",
    };
    let file = (!name.contains("..")).then(|| std::fs::read(folder.join(name)));
    match file {
        Some(Ok(bytes)) => {
            let mut response = Response::from_data(bytes);
            // A page that is isolated from others is given a finer clock.
            for (name, value) in [
                ("Content-Type", kind),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Cross-Origin-Embedder-Policy", "require-corp"),
            ] {
                let header = Header::from_bytes(name, value)
                    .map_err(|()| anyhow::anyhow!("`{name}: {value}` is no header"))?;
                response.add_header(header);
            }
            request.respond(response)?;
        }
        _ => request.respond(Response::empty(404))?,
    }
    Ok(())
}

/// The folder with everything the page needs.
fn page() -> Result<PathBuf> {
    let tools = tools::setup()?;
    run(cargo().args([
        "build",
        "--package",
        "anchoring-bench",
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        "wasm-release",
    ]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| workspace::root().join("target"), PathBuf::from);
    let folder = target.join("bench-anchoring");
    std::fs::create_dir_all(&folder)?;
    let source = workspace::root().join("bench/anchoring/page");
    for entry in std::fs::read_dir(&source)? {
        let entry = entry?;
        std::fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    run(Command::new(&tools.wasm_bindgen)
        .args(["--target", "web", "--out-dir"])
        .arg(folder.join("pkg"))
        .arg(target.join("wasm32-unknown-unknown/wasm-release/anchoring_bench.wasm")))?;
    if !folder.join("node_modules").is_dir() {
        run(Command::new("npm")
            .args(["install", "--no-audit", "--no-fund"])
            .current_dir(&folder))
        .context("npm is needed for the matcher that ours is measured beside")?;
    }
    std::fs::write(folder.join("corpus.txt"), corpus()?)?;
    Ok(folder)
}

/// News of our own fixtures, one story after another.
fn corpus() -> Result<String> {
    let folder = workspace::root().join("tests/fixtures/wikinews/a");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut stories = Vec::new();
    for file in files {
        let story: serde_json::Value = serde_json::from_slice(&std::fs::read(&file)?)
            .with_context(|| format!("reading {}", file.display()))?;
        stories.extend(story["text"].as_str().map(str::to_owned));
    }
    Ok(stories.join("\n\n"))
}
