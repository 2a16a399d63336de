//! What must hold of anchoring in every text.

#![allow(clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

use proptest::prelude::*;
use serde_json::Value;
use sourcelight_annotation::anchor::{Anchoring, State};
use sourcelight_annotation::tree::Page;
use sourcelight_annotation::version::Carry;
use sourcelight_annotation::{Selector, selectors};
use sourcelight_text::{OffsetMap, Span};

/// Words of several scripts, figures, emoji and combining marks.
const WORDS: &[&str] = &[
    "the ",
    "mines ",
    "were ",
    "said ",
    "14 ",
    "🕊",
    "👩‍👩‍👧 ",
    "e\u{301}te\u{301} ",
    "שלום ",
    "法律",
    "。",
    "“",
    "”, ",
    "\n\n",
    ". ",
    "Korun ",
    "river ",
    "no ",
    "a",
    "—",
    "\u{a0}",
];

fn text(least: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), least..least + 160)
        .prop_map(|words| words.concat())
}

/// The span between the characters `a` and `b` of `text`, counted round.
fn span(text: &str, a: usize, b: usize) -> Span {
    let bounds: Vec<usize> = text
        .char_indices()
        .map(|c| c.0)
        .chain([text.len()])
        .collect();
    let (a, b) = (bounds[a % bounds.len()], bounds[b % bounds.len()]);
    Span::new(a.min(b), a.max(b))
}

/// Numbered words, so that no stretch stands twice.
fn unlike(count: usize, from: usize) -> String {
    (from..from + count)
        .map(|n| {
            format!(
                "{}{} ",
                ["word", "🕊", "mot", "слово"][n % 4],
                n * 7919 % 10007
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_quote_is_exact_in_its_own_text(text in text(4), a in 0usize..900, b in 0usize..900) {
        let span = span(&text, a, b);
        prop_assume!(!span.is_empty());
        let given = selectors(span, &text, &OffsetMap::new(&text));
        let found = Anchoring::new(&text).anchor(&given);
        prop_assert_eq!((found.state, found.span), (State::Exact, Some(span)), "{:?}", given);
        let carried = Carry::new(&text, &text).passage(span);
        prop_assert_eq!((carried.state, carried.span), (State::Exact, Some(span)));
    }

    #[test]
    fn an_edit_elsewhere_keeps_a_quote_exact(
        before in 0usize..60, quoted in 1usize..12, behind in 0usize..60, new_before in text(0), new_behind in text(0),
    ) {
        // Around the quote more is left alone than its selector remembers.
        let quote = unlike(quoted, 1000);
        let (left, right) = (unlike(8, 2000), unlike(8, 3000));
        let old = [&unlike(before, 0), &left, &quote, &right, &unlike(behind, 4000)].map(String::as_str).concat();
        let new = [&new_before, &left, &quote, &right, &new_behind].map(String::as_str).concat();
        let start = old.find(&quote).unwrap();
        let given = selectors(Span::new(start, start + quote.len()), &old, &OffsetMap::new(&old));
        let start = new.find(&quote).unwrap();
        let found = Anchoring::new(&new).anchor(&given);
        prop_assert_eq!((found.state, found.span), (State::Exact, Some(Span::new(start, start + quote.len()))));
    }

    #[test]
    fn whatever_is_answered_lies_in_the_text(old in text(4), new in text(0), a in 0usize..900, b in 0usize..900) {
        let span = span(&old, a, b);
        let given = selectors(span, &old, &OffsetMap::new(&old));
        let found = Anchoring::new(&new).anchor(&given);
        for span in found.span.iter().chain(&found.candidates) {
            prop_assert!(span.end <= new.len() && new.is_char_boundary(span.start) && new.is_char_boundary(span.end));
        }
        prop_assert_eq!(found.span.is_none(), found.state == State::Lost);
        prop_assert_eq!(found.distance == 0, found.state != State::Changed);
        let carried = Carry::new(&old, &new).passage(span);
        prop_assert_eq!(carried.span.is_none(), carried.state == State::Lost);
    }

    #[test]
    fn hostile_selectors_are_survived(selector in hostile(), text in text(0)) {
        if let Some(selector) = Selector::from_json(&selector) {
            prop_assert_eq!(&Selector::from_json(&selector.to_json()), &Some(selector.clone()));
            Anchoring::new(&text).anchor(std::slice::from_ref(&selector));
            let page = Page::new(&format!("<p id=a>{text}<br><b class='x y'>{text}</b><p>{text}")).unwrap();
            Anchoring::on_page(page.text(), &page).anchor(&[selector]);
        }
    }
}

fn hostile() -> impl Strategy<Value = Value> {
    let types = [
        "TextQuoteSelector",
        "TextPositionSelector",
        "RangeSelector",
        "CssSelector",
        "XPathSelector",
        "FragmentSelector",
        "SvgSelector",
        "DataPositionSelector",
        "NoSelector",
    ];
    let strings = [
        "",
        "the ",
        "mines were",
        "/p[1]",
        "//p[0]/b",
        "/p[99999999999999999999]",
        "//*[@id='a']",
        "/[",
        "p > b.x",
        "p,,",
        "[",
        "b:nth-child(0)",
        ":nth-child(",
        "#:~:text=the,mines",
        "text=%",
        ":~:text=-,-",
        "char=9,1",
        "char=,99999999999",
        "\u{0}",
        "🕊",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(strings.to_vec()).prop_map(Value::from),
    ];
    let keys = [
        "value",
        "exact",
        "prefix",
        "suffix",
        "start",
        "end",
        "startContainer",
        "endContainer",
        "startOffset",
        "endOffset",
        "startSelector",
        "endSelector",
        "refinedBy",
    ];
    leaf.prop_recursive(12, 60, 8, move |inner| {
        let value = prop_oneof![
            inner.clone(),
            prop::collection::vec(inner, 0..3).prop_map(Value::from)
        ];
        (
            prop::sample::select(types.to_vec()),
            prop::collection::btree_map(prop::sample::select(keys.to_vec()), value, 0..8),
        )
            .prop_map(|(class, fields)| {
                let mut all: serde_json::Map<String, Value> =
                    fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
                all.insert("type".to_owned(), Value::from(class));
                Value::Object(all)
            })
    })
}

#[test]
fn refinements_of_refinements_without_end_are_survived() {
    let mut selector = serde_json::json!({"type": "TextQuoteSelector", "exact": "mines"});
    for _ in 0..90 {
        selector = serde_json::json!({"type": "TextQuoteSelector", "exact": "the mines", "refinedBy": selector});
    }
    let selector = Selector::from_json(&selector).unwrap();
    Anchoring::new("all the mines here").anchor(&[selector]);
}
