//! Prints what a file opens as: `cargo run -p sourcelight-article --features formats,pdf --example opened FILE…`

use sourcelight_article::{Opened, Source, open_bytes};

fn main() {
    for name in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&name) else {
            println!("{name}: cannot be read");
            continue;
        };
        let source = Source {
            name: Some(&name),
            ..Source::default()
        };
        println!("== {name}");
        match open_bytes(&bytes, &source) {
            Ok(Opened::Article(opened)) => {
                println!("{} {:?}", opened.format, opened.article.metadata);
                for note in &opened.notes {
                    println!("note: {note}");
                }
                for part in &opened.parts {
                    println!("part: {} ({})", part.title, part.detail);
                }
                for block in &opened.article.blocks {
                    println!("{:?}\t{}", block.kind, block.span.of(&opened.article.text));
                }
            }
            Ok(Opened::Sourcelight) => println!("a Sourcelight file"),
            Err(error) => println!("{error}"),
        }
    }
}
