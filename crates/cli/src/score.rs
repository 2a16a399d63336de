//! The figures of shared/eval/attribution/score.py, to the digit: exact and trimmed spans, tokens,
//! attributions, sources, sentences. Offsets are Unicode code points.

use std::collections::{BTreeMap, BTreeSet};

/// A half-open range of code points.
pub(crate) type Range = (usize, usize);

/// One attribution of either side: source, cue, content.
pub(crate) type Parts = [Vec<Range>; 3];

/// A document: its text and its attributions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    /// The text's characters.
    pub(crate) text: Vec<char>,
    /// What people found.
    pub(crate) gold: Vec<Parts>,
    /// What the engine found.
    pub(crate) found: Vec<Parts>,
}

const ROLES: [&str; 3] = ["source", "cue", "content"];
const EDGE: &str = " \t\n\"'“”‘’`´«».,;:!?()[]{}–—-…";
const ABBREVIATIONS: &str = " mr mrs ms dr sen rep gov gen col lt sgt st jr sr prof rev hon capt cmdr maj pres inc corp co ltd vs etc no jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo d r u.s u.n u.k n.c s.c n.y n.j n.h d.c n.m n.d s.d a.m p.m i.e e.g r-ky d-mass ";

/// True positives, predicted, gold.
#[derive(Clone, Copy, Debug, Default)]
struct Count(usize, usize, usize);

/// The table, one line a figure, as score.py prints it.
pub(crate) fn table(documents: &[Document]) -> String {
    let mut exact = [Count::default(); 3];
    let mut trim = [Count::default(); 3];
    let mut token = [Count::default(); 3];
    let (mut attr, mut with_source, mut sent) =
        (Count::default(), Count::default(), Count::default());
    let (mut source_acc, mut nosource_acc, mut sent_acc) = ((0, 0), (0, 0), (0, 0));
    for document in documents {
        let text = &document.text;
        let tokens = tokens(text);
        let side = |parts: &[Parts]| -> Vec<Parts> {
            parts
                .iter()
                .map(|p| [canon(&p[0], text), canon(&p[1], text), canon(&p[2], text)])
                .filter(|p| !p[1].is_empty() || !p[2].is_empty())
                .collect()
        };
        let (gold, found) = (side(&document.gold), side(&document.found));
        let covers = |parts: &[Parts]| -> Vec<[BTreeSet<usize>; 3]> {
            parts
                .iter()
                .map(|p| [0, 1, 2].map(|r| covered(&p[r], &tokens)))
                .collect()
        };
        let (gold_tokens, found_tokens) = (covers(&gold), covers(&found));
        for role in 0..3 {
            let spans = |parts: &[Parts]| -> BTreeSet<Range> {
                parts.iter().flat_map(|p| p[role].iter().copied()).collect()
            };
            let trimmed = |spans: &BTreeSet<Range>| -> BTreeSet<Range> {
                spans
                    .iter()
                    .map(|s| trimmed(*s, text))
                    .filter(|s| s.1 > s.0)
                    .collect()
            };
            let union = |tokens: &[[BTreeSet<usize>; 3]]| -> BTreeSet<usize> {
                tokens
                    .iter()
                    .flat_map(|t| t[role].iter().copied())
                    .collect()
            };
            let (g, f) = (spans(&gold), spans(&found));
            add(&mut exact[role], &f, &g);
            add(&mut trim[role], &trimmed(&f), &trimmed(&g));
            add(
                &mut token[role],
                &union(&found_tokens),
                &union(&gold_tokens),
            );
        }
        for (i, j) in closest(pairs(&gold_tokens, &found_tokens)) {
            attr.0 += 1;
            let (want, got) = (&gold_tokens[i][0], &found_tokens[j][0]);
            let right = if want.is_empty() {
                nosource_acc.1 += 1;
                nosource_acc.0 += usize::from(got.is_empty());
                got.is_empty()
            } else {
                source_acc.1 += 1;
                source_acc.0 += usize::from(!want.is_disjoint(got));
                !want.is_disjoint(got)
            };
            with_source.0 += usize::from(right);
        }
        for count in [&mut attr, &mut with_source] {
            count.1 += found.len();
            count.2 += gold.len();
        }
        let all = |tokens: &[[BTreeSet<usize>; 3]]| -> BTreeSet<usize> {
            tokens.iter().flat_map(|t| t[2].iter().copied()).collect()
        };
        let (gold_content, found_content) = (all(&gold_tokens), all(&found_tokens));
        for sentence in sentences(text) {
            let ids = covered(&[sentence], &tokens);
            let (g, f) = (
                !ids.is_disjoint(&gold_content),
                !ids.is_disjoint(&found_content),
            );
            sent_acc.1 += 1;
            sent_acc.0 += usize::from(g == f);
            sent.0 += usize::from(g && f);
            sent.1 += usize::from(f);
            sent.2 += usize::from(g);
        }
    }
    let mut lines = Vec::new();
    for (name, counts) in [("exact", exact), ("trim", trim), ("token", token)] {
        for (role, count) in ROLES.iter().zip(counts) {
            lines.push(prf(&format!("{name}.{role}"), count));
        }
    }
    lines.push(prf("attr", attr));
    lines.push(prf("attr_src", with_source));
    lines.push(prf("sent", sent));
    for (name, (right, all)) in [
        ("source_acc", source_acc),
        ("nosource_acc", nosource_acc),
        ("sent_acc", sent_acc),
    ] {
        let acc = if all == 0 {
            1.0
        } else {
            right as f64 / all as f64
        };
        lines.push(format!("{name:<15} acc {acc:.4}  (n={all})"));
    }
    lines.join("\n")
}

/// Of `pairs`, each with how near its two sides are, the nearest one to one.
pub(crate) fn closest(mut pairs: Vec<(f64, usize, usize)>) -> Vec<(usize, usize)> {
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut first_used, mut second_used) = (BTreeSet::new(), BTreeSet::new());
    let mut closest = Vec::new();
    for (_, i, j) in pairs {
        if !first_used.contains(&i) && !second_used.contains(&j) {
            first_used.insert(i);
            second_used.insert(j);
            closest.push((i, j));
        }
    }
    closest
}

/// Pairs that share a cue token and half of the content, with their content's F1.
pub(crate) fn pairs(
    gold: &[[BTreeSet<usize>; 3]],
    found: &[[BTreeSet<usize>; 3]],
) -> Vec<(f64, usize, usize)> {
    let mut by_token: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut cueless = Vec::new();
    for (j, f) in found.iter().enumerate() {
        if f[1].is_empty() {
            cueless.push(j);
        }
        for token in &f[1] {
            by_token.entry(*token).or_default().push(j);
        }
    }
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        let near: BTreeSet<usize> = if g[1].is_empty() {
            cueless.iter().copied().collect()
        } else {
            g[1].iter()
                .filter_map(|t| by_token.get(t))
                .flatten()
                .copied()
                .collect()
        };
        for j in near {
            let (x, y) = (&g[2], &found[j][2]);
            let f1 = if x.is_empty() && y.is_empty() {
                1.0
            } else {
                (2 * x.intersection(y).count()) as f64 / (x.len() + y.len()) as f64
            };
            if f1 >= 0.5 {
                pairs.push((f1, i, j));
            }
        }
    }
    pairs
}

fn add<T: Ord>(count: &mut Count, found: &BTreeSet<T>, gold: &BTreeSet<T>) {
    count.0 += found.intersection(gold).count();
    count.1 += found.len();
    count.2 += gold.len();
}

fn prf(name: &str, Count(tp, found, gold): Count) -> String {
    let part = |of: usize, other: usize| match of {
        0 => f64::from(u8::from(other == 0)),
        _ => tp as f64 / of as f64,
    };
    let (p, r) = (part(found, gold), part(gold, found));
    let f1 = if p + r > 0.0 {
        2.0 * p * r / (p + r)
    } else {
        0.0
    };
    format!("{name:<15} P {p:.4} R {r:.4} F1 {f1:.4}  (tp {tp} pred {found} gold {gold})")
}

/// Spans cut at line breaks, trimmed, and joined where only blanks stand between.
pub(crate) fn canon(spans: &[Range], text: &[char]) -> Vec<Range> {
    let mut pieces = Vec::new();
    for &(start, end) in spans {
        let end = end.min(text.len());
        let mut at = start;
        while at < end {
            let stop = (at..end).find(|&i| text[i] == '\n').unwrap_or(end);
            let (mut a, mut b) = (at, stop);
            while a < b && text[a].is_whitespace() {
                a += 1;
            }
            while b > a && text[b - 1].is_whitespace() {
                b -= 1;
            }
            if b > a {
                pieces.push((a, b));
            }
            at = stop + 1;
        }
    }
    pieces.sort_unstable();
    let mut joined: Vec<Range> = Vec::new();
    for (a, b) in pieces {
        if let Some(last) = joined.last_mut() {
            let blank = a > last.1
                && text[last.1..a]
                    .iter()
                    .all(|c| c.is_whitespace() && *c != '\n');
            if a <= last.1 || blank {
                last.1 = last.1.max(b);
                continue;
            }
        }
        joined.push((a, b));
    }
    joined
}

fn trimmed((mut start, mut end): Range, text: &[char]) -> Range {
    while start < end && EDGE.contains(text[start]) {
        start += 1;
    }
    while end > start && EDGE.contains(text[end - 1]) {
        end -= 1;
    }
    (start, end)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Words with inner apostrophes and hyphens.
pub(crate) fn tokens(text: &[char]) -> Vec<Range> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !is_word(text[at]) {
            at += 1;
            continue;
        }
        let start = at;
        loop {
            while at < text.len() && is_word(text[at]) {
                at += 1;
            }
            let joins = at + 1 < text.len()
                && matches!(text[at], '\'' | '’' | '-')
                && is_word(text[at + 1]);
            if !joins {
                break;
            }
            at += 1;
        }
        found.push((start, at));
    }
    found
}

/// The tokens that `spans` touch.
pub(crate) fn covered(spans: &[Range], tokens: &[Range]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for &(start, end) in spans {
        let first = tokens.partition_point(|t| t.1 <= start);
        found.extend((first..tokens.len()).take_while(|&i| tokens[i].0 < end));
    }
    found
}

/// score.py's sentences.
fn sentences(text: &[char]) -> Vec<Range> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split(|c| *c == '\n') {
        if !line.iter().all(|c| c.is_whitespace()) {
            in_line(line, start, &mut found);
        }
        start += line.len() + 1;
    }
    found
}

fn in_line(line: &[char], offset: usize, found: &mut Vec<Range>) {
    let run =
        |from: usize, of: &str| line[from..].iter().take_while(|c| of.contains(**c)).count() + from;
    let (mut start, mut at) = (0, 0);
    while at < line.len() {
        if !".!?…".contains(line[at]) {
            at += 1;
            continue;
        }
        let marks = run(at, ".!?…");
        let closed = run(marks, "\"'”’)]");
        let blank = closed
            + line[closed..]
                .iter()
                .take_while(|c| c.is_whitespace())
                .count();
        let opens = run(blank, "\"'“‘([");
        let capital = line
            .get(opens)
            .is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        if blank == closed || !capital {
            at = marks;
            continue;
        }
        let word: String = line[..at]
            .iter()
            .rev()
            .take_while(|c| is_word(**c) || matches!(c, '.' | '-'))
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .flat_map(|c| c.to_lowercase())
            .collect();
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        let abbreviation = !word.is_empty() && ABBREVIATIONS.contains(&format!(" {word} "));
        let full_stop = marks == at + 1 && line[at] == '.' && closed == marks;
        at = blank;
        if full_stop && (abbreviation || single) {
            continue;
        }
        found.push((offset + start, offset + closed));
        start = blank;
    }
    if start < line.len() {
        found.push((offset + start, offset + line.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_those_of_the_python_scorer() {
        let text = "Mr. Smith said the plan “works.” Jo denied it.\n“More to come,” she added. “Now.” Nothing here.";
        let chars: Vec<char> = text.chars().collect();
        let cut: Vec<String> = sentences(&chars)
            .iter()
            .map(|s| chars[s.0..s.1].iter().collect())
            .collect();
        assert_eq!(
            cut,
            [
                "Mr. Smith said the plan “works.”",
                "Jo denied it.",
                "“More to come,” she added.",
                "“Now.”",
                "Nothing here."
            ]
        );
    }

    #[test]
    fn spans_are_brought_to_one_form() {
        let text: Vec<char> = "ab cd\nef".chars().collect();
        assert_eq!(canon(&[(0, 2), (2, 5)], &text), [(0, 5)]);
        assert_eq!(canon(&[(3, 8)], &text), [(3, 5), (6, 8)]);
    }
}
