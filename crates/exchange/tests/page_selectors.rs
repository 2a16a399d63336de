//! Notes of other tools that name places by the nodes of the page, on an article that was read from it.

#![allow(clippy::unwrap_used, reason = "a test's own tools")]

use serde_json::{Value, json};
use sourcelight_annotation::article_id;
use sourcelight_article::open_html;
use sourcelight_exchange::{article_of, import, on_article};
use sourcelight_state::Kept;

const URL: &str = "https://gazette.example/mines";

/// A page on which "the mines are safe" stands twice, with an advertisement before and within.
fn kept() -> Kept {
    let more = "Inspectors had asked for the maps of both pits since the spring, and the operator had sent \
        none of them before the deadline that the ministry had set in May.";
    let html = format!(
        "<html><body><nav><a href='/'>Home</a></nav><main><div class='ad'>Advertisement 🕊</div>\
         <article id='story'><h1>Mines open again</h1>\
         <p>Officials said the mines are safe, and sent the first shift down on Monday morning at six.</p>\
         <p class='reply'><script>x()</script>The union <em>doubted</em>\n   that the mines are safe, and \
         asked who had signed the paper that the officials had shown.</p><p>{more}</p><p>{more} Twice.</p>\
         </article></main></body></html>"
    );
    let article = open_html(&html, Some(URL)).unwrap();
    Kept {
        id: article_id(&article.text),
        article,
        opened: "2024-11-20T10:00:00Z".to_owned(),
    }
}

/// The words of the article on which the only note in a file comes to stand, and what stands before them.
fn stands_on(file: &Value) -> Option<(String, String)> {
    let kept = kept();
    let imported = import(file.to_string().as_bytes(), "notes.json").unwrap();
    let imported = imported.on(&kept);
    let record = imported.library.annotations.iter().next().unwrap();
    let content = record.shown().content.as_ref().unwrap();
    assert!(article_of(content, [&kept].into_iter()).is_some());
    let settled = on_article(content, &kept)?;
    let selectors = settled["target"][0]["selector"].as_array().unwrap().clone();
    let of = |kind: &str| {
        selectors
            .iter()
            .find(|s| s["type"] == kind)
            .unwrap()
            .clone()
    };
    let (quote, position) = (of("TextQuoteSelector"), of("TextPositionSelector"));
    let start = usize::try_from(position["start"].as_u64().unwrap()).unwrap();
    let before: String = kept.article.text.chars().take(start).collect();
    let line = before.rsplit('\n').next().unwrap_or_default().to_owned();
    Some((quote["exact"].as_str().unwrap().to_owned(), line))
}

fn w3c(selector: &Value) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/1", "type": "Annotation", "motivation": "commenting",
        "created": "2024-11-20T10:00:00Z",
        "body": {"type": "TextualBody", "purpose": "commenting", "value": "Who?"},
        "target": {"source": URL, "selector": selector},
    })
}

#[test]
fn a_range_of_hypothesis_tells_which_of_two_passages_it_is() {
    let row = |paragraph: &str, start: usize, end: usize| {
        json!({"total": 1, "rows": [{
            "id": "Zc1hnPz4EeamGcv4g8G2Ag", "user": "acct:bill@hypothes.is", "uri": URL,
            "created": "2024-11-20T10:00:01.123456+00:00", "updated": "2024-11-20T10:00:01.123456+00:00",
            "text": "why?", "tags": [], "group": "__world__", "document": {"title": ["Mines"]},
            "target": [{"source": URL, "selector": [
                {"type": "RangeSelector", "startContainer": paragraph, "startOffset": start,
                 "endContainer": paragraph, "endOffset": end},
                {"type": "TextQuoteSelector", "exact": "the mines are safe"},
            ]}],
        }]})
    };
    let first = stands_on(&row("/main[1]/article[1]/p[1]", 15, 33)).unwrap();
    let words = "the mines are safe".to_owned();
    assert_eq!(first, (words.clone(), "Officials said ".to_owned()));
    // The offsets count the script's text and the line break, as the browser does.
    let start = "x()The union doubted\n   that ".len();
    let second = stands_on(&row("/main[1]/article[1]/p[2]", start, start + 18)).unwrap();
    assert_eq!(second, (words, "The union doubted that ".to_owned()));
}

#[test]
fn a_range_of_the_w3c_needs_no_quote() {
    let xpath = |value: &str| json!({"type": "XPathSelector", "value": value});
    let range = json!({
        "type": "RangeSelector",
        "startSelector": xpath("/html/body/main/article/p[2]/em"),
        "endSelector": xpath("/html/body/main/article/p[3]"),
    });
    let (words, before) = stands_on(&w3c(&range)).unwrap();
    assert_eq!(before, "The union ");
    assert!(words.starts_with("doubted that the mines"), "{words}");
    assert!(words.trim_end().ends_with("had shown."), "{words}");
}

#[test]
fn css_selectors_and_fragments_find_their_elements() {
    let css = json!({"type": "CssSelector", "value": "#story > p.reply"});
    let (words, before) = stands_on(&w3c(&css)).unwrap();
    assert!(words.starts_with("The union doubted that"), "{words}");
    assert_eq!(before, "");
    let xpath = json!({"type": "XPathSelector", "value": "//article/p[1]"});
    assert!(stands_on(&w3c(&xpath)).is_none_or(|(words, _)| words.starts_with("Officials said")));
    let nowhere = json!({"type": "CssSelector", "value": "#story > p.answer"});
    assert_eq!(stands_on(&w3c(&nowhere)), None);
    // The advertisement is no part of the article.
    let advertisement = json!({"type": "CssSelector", "value": "div.ad"});
    assert_eq!(stands_on(&w3c(&advertisement)), None);
}
