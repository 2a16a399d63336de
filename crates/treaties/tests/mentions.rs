//! Where stories name or describe a treaty: `data/mentions.txt`.

use sourcelight_text::Span;
use sourcelight_treaties::find_mentions;

const CASES: &str = include_str!("data/mentions.txt");

/// The text of a case, and what is marked in it; a mark without an id marks nothing.
fn read(case: &str) -> (String, Vec<(String, String)>) {
    let mut text = String::new();
    let mut marked = Vec::new();
    let mut rest = case;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, after) = after.split_once(']').unwrap_or((after, ""));
        let (words, id) = inside.split_once('|').unwrap_or((inside, ""));
        text.push_str(words);
        if !id.is_empty() {
            marked.push((id.to_owned(), words.to_owned()));
        }
        rest = after;
    }
    text.push_str(rest);
    (text, marked)
}

/// As the measure has it: the same treaty, and an overlap of half the shorter.
fn same(found: &(String, Span), text: &str, at: Span, id: &str) -> bool {
    let shared = found.1.intersection(at).map_or(0, |s| s.of(text).len());
    found.0 == id && shared * 2 >= found.1.len().min(at.len())
}

#[test]
fn stories_are_read_as_they_mean_it() {
    let mut failed = Vec::new();
    let mut cases = 0;
    for case in CASES
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        cases += 1;
        let (text, marked) = read(case);
        let whole = Span::new(0, text.len());
        let mentions = find_mentions(&text, &[whole]);
        let mut found: Vec<(String, Span)> =
            mentions.iter().map(|m| (m.id.to_owned(), m.span)).collect();
        let mut from = 0;
        let mut missed = Vec::new();
        for (id, words) in &marked {
            let start = from + text[from..].find(words.as_str()).unwrap();
            let at = Span::new(start, start + words.len());
            from = at.end;
            match found.iter().position(|f| same(f, &text, at, id)) {
                Some(i) => drop(found.remove(i)),
                None => missed.push(words),
            }
        }
        let found: Vec<_> = found.iter().map(|(id, s)| (id, s.of(&text))).collect();
        if !(missed.is_empty() && found.is_empty()) {
            failed.push(format!("{text}\n  missed {missed:?}, too many {found:?}"));
        }
    }
    assert!(cases > 80);
    assert!(
        failed.is_empty(),
        "{} of {cases}\n{}",
        failed.len(),
        failed.join("\n")
    );
}
