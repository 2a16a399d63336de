//! Other annotators' own cases. They are not ours to keep here: they stand in
//! `../shared/eval/anchoring/fixtures`, and a checkout without that folder says so and passes.
//!
//! Cases that ask for another behaviour than ours are named in `OTHERWISE` with the reason.

#![allow(clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sourcelight_annotation::anchor::approximate::{distance, search};
use sourcelight_annotation::anchor::{Anchored, Anchoring, State};
use sourcelight_annotation::tree::{Page, Tree, range_selector, resolve, texts};
use sourcelight_annotation::{Selector, selectors};
use sourcelight_text::{CodePointSpan, OffsetMap, Span, Utf16Span};

/// Cases whose expected answer is not ours, and why.
const OTHERWISE: &[(&str, &str)] = &[
    (
        "03 18",
        "the quote fits two places equally well; ours is lost with both, not the first",
    ),
    ("05 9", "an emoji is one character, not two UTF-16 units"),
    (
        "06 text-quote-match.json text inside <head>",
        "the text is the body's, as Hypothesis has it",
    ),
    (
        "06 text-position-match.json text inside <head>",
        "the text is the body's, as Hypothesis has it",
    ),
    (
        "06 text-quote-match.json with prefix, no matches",
        "a few letters of other context are no proof against the only place",
    ),
    (
        "06 text-quote-match.json with suffix, no matches",
        "a few letters of other context are no proof against the only place",
    ),
    (
        "06 text-quote-match.json with suffix, no matches due to whitespace",
        "a few letters of other context are no proof against the only place",
    ),
    (
        "06 text-quote-match.json empty quote",
        "nothing is quoted; it is lost without a list of every character",
    ),
    (
        "06 text-quote-match.json empty quote, multiple elements",
        "nothing is quoted; it is lost without a list of every character",
    ),
    (
        "06 css-match.json with scope",
        "a selector has no scope but the page; `refinedBy` gives one",
    ),
    ("10 1", "what a style sheet hides is part of the text"),
    ("10 6", "what a style sheet hides is part of the text"),
    (
        "11 10",
        "four fifths of the words stand there: changed, as Hypothesis of 2026 finds it too",
    ),
    (
        "11 12",
        "four fifths of the words stand there: changed, as Hypothesis of 2026 finds it too",
    ),
];

fn fixture(name: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|up| up.join("shared/eval/anchoring/fixtures"))
        .find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("shared/eval/anchoring/fixtures is absent: {name} was not run");
    }
    found.map(|folder| folder.join(name))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn cases(path: &Path) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

/// Collects what differs and holds it against [`OTHERWISE`].
struct Report {
    name: &'static str,
    run: usize,
    wrong: Vec<String>,
    otherwise: usize,
}

impl Report {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            run: 0,
            wrong: Vec::new(),
            otherwise: 0,
        }
    }

    fn case(&mut self, id: &str, holds: bool, found: impl std::fmt::Debug) {
        self.run += 1;
        let id = format!("{} {id}", self.name);
        let known = OTHERWISE.iter().any(|(name, _)| *name == id);
        match (holds, known) {
            (true, false) => {}
            (false, true) => self.otherwise += 1,
            (true, true) => self
                .wrong
                .push(format!("{id} is as expected now; take it off the list")),
            (false, false) => self.wrong.push(format!("{id}: {found:?}")),
        }
    }

    fn end(self) {
        eprintln!(
            "{}: {} of {} as their authors expect, {} otherwise for a reason",
            self.name,
            self.run - self.otherwise - self.wrong.len(),
            self.run,
            self.otherwise
        );
        assert!(
            self.run > 0 && self.wrong.is_empty(),
            "\n{}",
            self.wrong.join("\n")
        );
    }
}

fn selector(value: &Value) -> Selector {
    Selector::from_json(value).unwrap()
}

fn quote(case: &Value) -> Selector {
    let mut quote = json!({"type": "TextQuoteSelector", "exact": case["quote"]});
    for key in ["prefix", "suffix"] {
        if let Some(side) = case.get(key) {
            quote[key] = side.clone();
        }
    }
    selector(&quote)
}

fn at(anchored: &Anchored, text: &str) -> Option<(usize, usize)> {
    let span = OffsetMap::new(text).utf16(anchored.span?);
    Some((span.start, span.end))
}

#[test]
fn hypothesis_baselines() {
    let Some(folder) = fixture("01-hypothesis-html-baselines") else {
        return;
    };
    let mut report = Report::new("01");
    for (page, expected) in cases(&folder.join("expected.json")).as_object().unwrap() {
        let html = Page::new(&read(&folder.join(format!("{page}.html")))).unwrap();
        let text = html.text();
        report.case(
            &format!("{page} length"),
            text.encode_utf16().count() == expected["text_length_utf16"],
            text.len(),
        );
        let anchoring = Anchoring::on_page(text, &html);
        let stored = cases(&folder.join(format!("{page}.json")));
        for row in stored["rows"].as_array().unwrap() {
            let id = row["id"].as_str().unwrap();
            let expected = &expected["annotations"][id];
            let all: Vec<Selector> = row["target"][0]["selector"]
                .as_array()
                .unwrap()
                .iter()
                .map(selector)
                .collect();
            let mut alone: Vec<&[Selector]> = all.chunks(1).collect();
            alone.push(&all);
            for (n, selectors) in alone.into_iter().enumerate() {
                let found = anchoring.anchor(selectors);
                let holds = found.state == State::Exact
                    && at(&found, text)
                        == Some((count(&expected["start"]), count(&expected["end"])))
                    && found.span.is_some_and(|s| s.of(text) == expected["exact"]);
                report.case(&format!("{page} {id} {n}"), holds, found);
            }
        }
    }
    report.end();
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The byte at a DOM boundary point: a text and an offset into it, or an element and a child of it.
fn boundary(page: &Page, container: &Value, offset: usize) -> usize {
    let node = match container.as_u64() {
        Some(number) => texts(page, 0)[usize::try_from(number).unwrap()],
        None => {
            let path = container.as_str().unwrap();
            let all: Vec<usize> = (0..).take_while(|n| page.span(*n).is_some()).collect();
            let span = resolve(
                page,
                &selector(&json!({"type": "XPathSelector", "value": path})),
            )
            .unwrap();
            // An XPath to a text names the text of that span, one to an element the element.
            let text = path.ends_with(')') || path.contains("text()");
            let name = path.rsplit('/').next().unwrap().split('[').next().unwrap();
            *all.iter()
                .find(|n| {
                    page.span(**n) == Some(span)
                        && (text && page.tag(**n).is_none() || page.tag(**n) == Some(name))
                })
                .unwrap()
        }
    };
    if page.tag(node).is_none() {
        return page.byte_at(node, offset).unwrap();
    }
    match page.children(node).get(offset) {
        Some(child) => page.span(*child).unwrap().start,
        None => page.span(node).unwrap().end,
    }
}

#[test]
fn hypothesis_ranges() {
    let Some(folder) = fixture("02-hypothesis-range-specs") else {
        return;
    };
    let mut report = Report::new("02");
    let html = Page::new(&read(&folder.join("html-anchoring-fixture.html"))).unwrap();
    let text = html.text();
    let offsets = OffsetMap::new(text);
    let anchoring = Anchoring::on_page(text, &html);
    for case in cases(&folder.join("cases.json")).as_array().unwrap() {
        let id = case["id"].to_string();
        let span = Span::new(
            boundary(&html, &case["startContainer"], count(&case["startOffset"])),
            boundary(&html, &case["endContainer"], count(&case["endOffset"])),
        );
        report.case(
            &format!("{id} text"),
            span.of(text) == case["expected_quote"],
            span.of(text),
        );
        let place = offsets.utf16(span);
        let expected = &case["expected_text_position"];
        report.case(
            &format!("{id} place"),
            (place.start, place.end) == (count(&expected["start"]), count(&expected["end"])),
            place,
        );
        let mut made = selectors(span, text, &offsets);
        made.extend(range_selector(&html, span));
        report.case(&format!("{id} described"), made.len() == 3, made.len());
        let drawn = selector(&json!({
            "type": "TextQuoteSelector",
            "exact": case["expected_quote_with_br_as_space"],
            "prefix": made[0].to_json()["prefix"],
            "suffix": made[0].to_json()["suffix"],
        }));
        made.push(drawn);
        for (n, one) in made.iter().enumerate() {
            let found = anchoring.anchor(std::slice::from_ref(one));
            let holds = found
                .span
                .is_some_and(|s| s.of(text) == case["expected_quote"]);
            report.case(&format!("{id} {n}"), holds, found);
        }
    }
    report.end();
}

#[test]
fn hypothesis_quotes() {
    let Some(folder) = fixture("03-hypothesis-match-quote") else {
        return;
    };
    let mut report = Report::new("03");
    let file = cases(&folder.join("cases.json"));
    for case in file["cases"].as_array().unwrap() {
        let id = case["id"].to_string();
        let text = case["text"].as_str().map_or_else(
            || case["literal_text"].as_str().unwrap_or_default(),
            |name| file["texts"][name].as_str().unwrap(),
        );
        let anchoring = Anchoring::new(text);
        if case["kind"] == "strictly-decreasing-scores" {
            let values: Vec<&str> = case["values"]
                .as_array()
                .unwrap()
                .iter()
                .map(|v| v.as_str().unwrap())
                .collect();
            let edits: Vec<usize> = values.iter().map(|v| distance(values[0], v)).collect();
            report.case(&id, edits.windows(2).all(|two| two[0] < two[1]), edits);
            continue;
        }
        let mut given = vec![quote(case)];
        if let Some(hint) = case.get("hint") {
            given.push(selector(
                &json!({"type": "TextPositionSelector", "start": hint, "end": hint}),
            ));
        }
        let found = anchoring.anchor(&given);
        let holds = match case["kind"].as_str().unwrap() {
            "null" => found.state == State::Lost,
            _ => {
                let expected = &case["upstream_result"];
                at(&found, text) == Some((count(&expected["start"]), count(&expected["end"])))
            }
        };
        report.case(&id, holds, &found);
    }
    report.end();
}

#[test]
fn hypothesis_line_breaks() {
    let Some(folder) = fixture("04-hypothesis-br-rendered-text") else {
        return;
    };
    let mut report = Report::new("04");
    for case in cases(&folder.join("cases.json")).as_array().unwrap() {
        let id = case["id"].to_string();
        let html = Page::new(case["html"].as_str().unwrap()).unwrap();
        let anchoring = Anchoring::on_page(html.text(), &html);
        for key in ["rendered_text", "expect_quote_exact"] {
            let Some(words) = case.get(key) else { continue };
            let found = anchoring.anchor(&[selector(
                &json!({"type": "TextQuoteSelector", "exact": words}),
            )]);
            let expected = words.as_str().unwrap();
            let there = found.span.map(|s| s.of(html.text()).to_owned());
            // Of the text itself the breaks take no room.
            let plain: String = match case["br_positions"].as_array() {
                Some(breaks) if !breaks.is_empty() => expected.replace(' ', ""),
                _ if case["range_to_string"].is_string() => {
                    case["range_to_string"].as_str().unwrap().to_owned()
                }
                _ => expected.to_owned(),
            };
            report.case(
                &format!("{id} {key}"),
                found.state == State::Exact && there.as_ref() == Some(&plain),
                found,
            );
        }
        if let Some(given) = case.get("selectors") {
            let given: Vec<Selector> = given.as_array().unwrap().iter().map(selector).collect();
            let found = anchoring.anchor(&given);
            let there = found.span.map(|s| s.of(html.text()));
            report.case(
                &id,
                there == case["reanchored_range_to_string"].as_str(),
                found,
            );
        }
    }
    report.end();
}

#[test]
fn approx_string_match() {
    let Some(folder) = fixture("05-approx-string-match") else {
        return;
    };
    let mut report = Report::new("05");
    for case in cases(&folder.join("cases.json")).as_array().unwrap() {
        let text = case["text"].as_str().unwrap();
        let found = search(
            text,
            case["pattern"].as_str().unwrap(),
            count(&case["max_errors"]),
        );
        let offsets = OffsetMap::new(text);
        let written: Vec<Value> = found
            .iter()
            .map(|m| {
                let Utf16Span { start, end } = offsets.utf16(Span::new(m.start, m.end));
                json!({"start": start, "end": end, "errors": m.errors})
            })
            .collect();
        let holds = match case["rule"].as_str().unwrap() {
            "equal" => json!(written) == case["closest"],
            "count" => found.len() == count(&case["count"]),
            "every match text equals" => found
                .iter()
                .all(|m| text[m.start..m.end] == case["match_text"]),
            _ => {
                let closest = case["closest"].as_array().unwrap();
                &written == closest
                    || written.len() == 1 && closest.len() > 1 && closest.contains(&written[0])
            }
        };
        report.case(&case["id"].to_string(), holds, written);
    }
    report.end();
}

#[test]
fn apache_annotator() {
    let Some(folder) = fixture("06-apache-annotator") else {
        return;
    };
    let mut report = Report::new("06");
    for file in [
        "text-quote-match.json",
        "text-position-match.json",
        "css-match.json",
    ] {
        for case in cases(&folder.join(file)).as_array().unwrap() {
            let html = Page::new(case["html"].as_str().unwrap()).unwrap();
            let text = html.text();
            let found = Anchoring::on_page(text, &html).anchor(&[selector(&case["selector"])]);
            let offsets = OffsetMap::new(text);
            let expected = case["expected"].as_array().unwrap();
            let is = |span: Span, expected: &Value| match expected.as_str() {
                Some(path) => {
                    resolve(
                        &html,
                        &selector(&json!({"type": "XPathSelector", "value": path})),
                    ) == Some(span)
                }
                None => {
                    offsets.code_points(span).start == count(&expected["start_codepoints"])
                        && span.of(text) == expected["text"]
                }
            };
            let holds = match expected.as_slice() {
                [] => found.state == State::Lost,
                [one] => found.state == State::Exact && is(found.span.unwrap(), one),
                // Where they list several, we ask which.
                many => {
                    found.state == State::Lost
                        && found.candidates.len() == many.len()
                        && found
                            .candidates
                            .iter()
                            .zip(many)
                            .all(|(span, one)| is(*span, one))
                }
            };
            report.case(
                &format!("{file} {}", case["name"].as_str().unwrap()),
                holds,
                found,
            );
        }
    }
    // What they describe is found by their description, and by ours.
    for case in cases(&folder.join("text-quote-describe.json"))
        .as_array()
        .unwrap()
    {
        let html = Page::new(case["html"].as_str().unwrap()).unwrap();
        let text = html.text();
        let offsets = OffsetMap::new(text);
        let words = case["range"]["text"].as_str().unwrap();
        let start = count(&case["range"]["start_codepoints"]);
        let span = offsets.from_code_points(CodePointSpan {
            start,
            end: start + words.chars().count(),
        });
        let anchoring = Anchoring::on_page(text, &html);
        let name = case["name"].as_str().unwrap();
        for (whose, given) in [
            ("theirs", vec![selector(&case["expected"])]),
            ("ours", selectors(span, text, &offsets)),
        ] {
            let found = anchoring.anchor(&given);
            report.case(
                &format!("describe {name} {whose}"),
                found.span == Some(span),
                found,
            );
        }
    }
    report.end();
}

/// The text of the element `#content` without what is marked as not to be annotated: what Recogito
/// counts.
fn content(page: &Page) -> String {
    let excluded = |node: usize| {
        let above = std::iter::successors(Some(node), |n| page.parent(*n));
        above.into_iter().any(|n| {
            let classes = page.attribute(n, "class").unwrap_or_default();
            classes.split_whitespace().any(|c| c == "not-annotatable")
        })
    };
    let id = selector(&json!({"type": "CssSelector", "value": "#content"}));
    let all = resolve(page, &id).unwrap();
    texts(page, 0)
        .into_iter()
        .filter(|node| !excluded(*node))
        .filter_map(|node| page.span(node))
        .filter(|span| all.contains(*span))
        .map(|span| span.of(page.text()))
        .collect()
}

#[test]
fn recogito() {
    let Some(folder) = fixture("07-recogito") else {
        return;
    };
    let mut report = Report::new("07");
    let page = Page::new(&read(&folder.join("odyssey-index.html"))).unwrap();
    let text = &content(&page);
    let expected = cases(&folder.join("expected.json"));
    let anchoring = Anchoring::new(text);
    for annotation in cases(&folder.join("annotations.w3c.json"))
        .as_array()
        .unwrap()
    {
        let id = annotation["id"].as_str().unwrap();
        let target = annotation["target"]
            .as_array()
            .map_or(&annotation["target"], |all| &all[0]);
        let given: Vec<Selector> = target["selector"]
            .as_array()
            .unwrap()
            .iter()
            .map(selector)
            .collect();
        let found = anchoring.anchor(&given);
        let expected = &expected["annotations"][id][0]["reanchor_expected"];
        let holds = at(&found, text) == Some((count(&expected["start"]), count(&expected["end"])));
        report.case(id, holds, found);
    }
    let page = Page::new(&read(&folder.join("inline-markers-index.html"))).unwrap();
    let text = &content(&page);
    let offsets = OffsetMap::new(text);
    let anchoring = Anchoring::new(text);
    for annotation in cases(&folder.join("inline-markers-annotations.json"))
        .as_array()
        .unwrap()
    {
        let stored = &annotation["target"]["selector"][0];
        let place = offsets.from_utf16(Utf16Span {
            start: count(&stored["start"]),
            end: count(&stored["end"]),
        });
        let points = offsets.code_points(place);
        let found = anchoring.anchor(&[
            selector(&json!({"type": "TextQuoteSelector", "exact": stored["quote"]})),
            Selector::position(points.start, points.end),
        ]);
        // Three stored quotes have other white space than the page, one of them at its start.
        let holds = found.span.map(|s| s.end) == Some(place.end);
        report.case(annotation["id"].as_str().unwrap(), holds, found);
    }
    report.end();
}

#[test]
fn text_fragments() {
    let Some(folder) = fixture("10-text-fragments") else {
        return;
    };
    let mut report = Report::new("10");
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for case in cases(&folder.join("cases.json"))["resolve"]
        .as_array()
        .unwrap()
    {
        let html = Page::new(&read(&folder.join(case["html"].as_str().unwrap()))).unwrap();
        let fragment = json!({"type": "FragmentSelector", "value": case["fragment"]});
        let found = Anchoring::on_page(html.text(), &html).anchor(&[selector(&fragment)]);
        let there = found.span.map(|s| squeezed(s.of(html.text())));
        let expected = case["expect_text"].as_str().map(squeezed);
        report.case(
            &case["id"].to_string(),
            there == expected,
            (there, expected),
        );
    }
    report.end();
}

#[test]
fn dom_anchor_text_quote() {
    let Some(folder) = fixture("11-dom-anchor-text-quote") else {
        return;
    };
    let mut report = Report::new("11");
    let page = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|e| e == "html"))
        .unwrap();
    let html = Page::new(&read(&page)).unwrap();
    let text = html.text();
    let anchoring = Anchoring::on_page(text, &html);
    let offsets = OffsetMap::new(text);
    for case in cases(&folder.join("cases.json")).as_array().unwrap() {
        let id = case["id"].to_string();
        let Some(given) = case.get("selector") else {
            let expected = &case["expect"];
            let start = text.find(expected["exact"].as_str().unwrap()).unwrap();
            let made = selectors(
                Span::new(start, start + expected["exact"].as_str().unwrap().len()),
                text,
                &offsets,
            );
            let made = made[0].to_json();
            let holds = ["exact", "prefix", "suffix"]
                .iter()
                .all(|key| made[key] == expected[key]);
            report.case(&id, holds, made);
            continue;
        };
        let mut given = given.clone();
        given["type"] = json!("TextQuoteSelector");
        let mut given = vec![selector(&given)];
        if let Some(hint) = case.get("hint") {
            given.push(selector(
                &json!({"type": "TextPositionSelector", "start": hint, "end": hint}),
            ));
        }
        let found = anchoring.anchor(&given);
        let there = found.span.map(|s| s.of(text));
        let holds = match (case.get("expect_start"), case.get("expect_text")) {
            (Some(start), _) => at(&found, text).map(|p| p.0) == Some(count(start)),
            (None, Some(words)) => there == words.as_str(),
            (None, None) => found.state == State::Lost,
        };
        report.case(&id, holds, (there, &found));
    }
    report.end();
}
