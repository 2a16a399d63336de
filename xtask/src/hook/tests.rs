//! The whole hook, on a folder as Trunk stages it.

use std::fs;
use std::path::PathBuf;

use super::Hook;

const PAGE: &str = r#"<!doctype html>
<html><head>
<meta name="sourcelight:analysis-worker" content="analysis-worker.js">
<meta name="sourcelight:sample" content="samples/one.txt">
<link rel="stylesheet" href="BASEa-1f2e3d4c5b6a7988.css"/>
<link rel="stylesheet" href="BASEb-1f2e3d4c5b6a7988.css"/>
<script type="module" src="BASEboot.js" data-glue="sourcelight-1f2e3d4c5b6a7988.js" data-wasm="sourcelight-1f2e3d4c5b6a7988_bg.wasm"></script>
<link rel="modulepreload" href="BASEsourcelight-1f2e3d4c5b6a7988.js"><link rel="preload" href="BASEsourcelight-1f2e3d4c5b6a7988_bg.wasm">
</head><body></body></html>"#;

/// Stages a build for `base` and runs the hook on it.
fn built(name: &str, base: &str, app: &str) -> PathBuf {
    let staging =
        std::env::temp_dir().join(format!("sourcelight-hook-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&staging);
    fs::create_dir_all(staging.join("samples")).unwrap();
    let write = |file: &str, text: &str| fs::write(staging.join(file), text).unwrap();
    write("index.html", &PAGE.replace("BASE", base));
    write("rescue.html", "<html><head></head></html>");
    write("a-1f2e3d4c5b6a7988.css", "a {}");
    write("b-1f2e3d4c5b6a7988.css", "b {}");
    write("samples/one.txt", "One.");
    write(
        "sourcelight-1f2e3d4c5b6a7988.js",
        "new URL('sourcelight_bg.wasm', import.meta.url)",
    );
    write("sourcelight-1f2e3d4c5b6a7988_bg.wasm", app);
    write("analysis-worker.js", "let wasm_bindgen = 1;");
    write("analysis-worker_bg.wasm", "worker");
    let source = crate::workspace::root();
    Hook {
        staging: staging.clone(),
        source,
        public_url: base.to_owned(),
        release: false,
    }
    .run()
    .unwrap();
    staging
}

/// The staged files' names, in order.
fn names(staging: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(staging)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = entries
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn every_name_in_the_page_is_that_of_a_file() {
    for base in ["./", "/reader/"] {
        let staging = built("names", base, "app");
        let page = fs::read_to_string(staging.join("index.html")).unwrap();
        for attribute in ["href=\"", "src=\""] {
            for part in page.split(attribute).skip(1) {
                let file = part.split('"').next().unwrap().strip_prefix(base).unwrap();
                assert!(staging.join(file).is_file(), "{file} for {base}");
            }
        }
        for part in page.split("sourcelight:").skip(1) {
            let file = part.split('"').nth(2).unwrap();
            assert!(file.contains('-') && staging.join(file).is_file(), "{file}");
        }
        assert!(
            !page.contains("1f2e3d4c5b6a7988"),
            "a name of Trunk's is left: {page}"
        );
        assert_eq!(page.matches("stylesheet").count(), 1);
        fs::remove_dir_all(staging).unwrap();
    }
}

#[test]
fn a_change_in_the_wasm_changes_every_name_on_the_way_to_it() {
    let (one, other) = (built("one", "./", "app"), built("other", "./", "changed"));
    let (before, after) = (names(&one), names(&other));
    for start in ["sourcelight_bg-", "sourcelight-", "boot-"] {
        let of = |names: &[String]| {
            names
                .iter()
                .find(|name| name.starts_with(start))
                .cloned()
                .unwrap()
        };
        assert_ne!(of(&before), of(&after));
    }
    let worker = |names: &[String]| {
        names
            .iter()
            .filter(|name| name.starts_with("analysis"))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        worker(&before),
        worker(&after),
        "what has not changed may stay in caches"
    );
    fs::remove_dir_all(one).unwrap();
    fs::remove_dir_all(other).unwrap();
}

#[test]
fn every_page_has_its_policy() {
    let staging = built("policy", "./", "app");
    let page = |name| fs::read_to_string(staging.join(name)).unwrap();
    assert!(page("index.html").contains("'wasm-unsafe-eval'"));
    let rescue = page("rescue.html");
    assert!(rescue.contains("Content-Security-Policy") && !rescue.contains("wasm"));
    assert!(page("_headers").contains("frame-ancestors 'none'"));
    fs::remove_dir_all(staging).unwrap();
}
