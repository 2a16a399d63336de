//! How well a tagger does: attributions by the rule of `score.py` (a shared cue word and half of the
//! content), by publisher, and how often what it is sure of is right.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use sourcelight_analysis::training::{Tagger, TaggerFound};
use sourcelight_article::open_plain_text;
use sourcelight_text::{OffsetMap, Span, TokenKind, tokens};

use crate::corpus::{Document, Gold};

/// Where the rows of the reliability table begin.
const SURE: [f32; 6] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9];

#[derive(Default)]
struct Counts {
    right: usize,
    found: usize,
    gold: usize,
}

impl Counts {
    fn line(&self, name: &str) -> String {
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let (p, r) = (share(self.right, self.found), share(self.right, self.gold));
        format!(
            "{name:<16} P {p:.3} R {r:.3} F1 {:.3}\n",
            share(2 * self.right, self.found + self.gold)
        )
    }
}

/// The tables. Writes what is found to `predictions`, in the schema of `score.py`.
///
/// # Errors
/// When the predictions cannot be written.
pub(crate) fn report(
    tagger: &Tagger,
    dev: &[Document],
    predictions: Option<&str>,
) -> Result<String> {
    let mut by_publisher: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut sure: [Counts; SURE.len()] = Default::default();
    let mut lines = String::new();
    let (mut took, mut words) = (Duration::ZERO, 0);
    for document in dev {
        let article = open_plain_text(&document.text);
        let started = Instant::now();
        let found = tagger.tag(&article);
        took += started.elapsed();
        words += document.text.split_whitespace().count();
        writeln!(lines, "{}", line(document, &found))?;
        let gold = document.gold();
        let right = right(&document.text, &gold, &found);
        let counts = by_publisher.entry(&document.publisher).or_default();
        counts.right += right.len();
        counts.found += found.len();
        counts.gold += document.gold_count();
        for (at, found) in found.iter().enumerate() {
            let row = SURE
                .partition_point(|least| *least <= found.confidence)
                .saturating_sub(1);
            sure[row].found += 1;
            sure[row].right += usize::from(right.contains(&at));
        }
    }
    if let Some(path) = predictions {
        std::fs::write(path, lines).with_context(|| format!("cannot write {path}"))?;
    }
    let mut all = Counts::default();
    let mut out = String::new();
    for (publisher, counts) in &by_publisher {
        out += &counts.line(publisher);
        all.right += counts.right;
        all.found += counts.found;
        all.gold += counts.gold;
    }
    out += &all.line("all");
    for (counts, least) in sure.iter().zip(SURE) {
        writeln!(
            out,
            "sure from {least:.1}: {} of {} right",
            counts.right, counts.found
        )?;
    }
    let speed = 1e6 * took.as_secs_f64() / words.max(1) as f64;
    writeln!(out, "{speed:.1} ms for 1,000 words")?;
    Ok(out)
}

/// The found attributions that are right, by place: one for one gold attribution, the best first.
fn right(text: &str, gold: &[Gold], found: &[TaggerFound]) -> BTreeSet<usize> {
    let all = tokens(text, Span::new(0, text.len()));
    let words: Vec<Span> = all
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        .map(|t| t.span)
        .collect();
    let gold: Vec<_> = gold
        .iter()
        .map(|g| (covered(&words, &g.cue), covered(&words, &g.content)))
        .collect();
    let found = found
        .iter()
        .map(|f| (covered(&words, &[f.cue]), covered(&words, &f.content)));
    let found: Vec<_> = found.collect();
    let mut pairs = Vec::new();
    for (i, (cue, content)) in gold.iter().enumerate() {
        for (j, (own_cue, own)) in found.iter().enumerate() {
            let shared = 2 * content.intersection(own).count();
            let both = content.len() + own.len();
            let share = if both == 0 {
                1.0
            } else {
                shared as f32 / both as f32
            };
            // Of a cue without a word (a colon) nothing can be shared.
            let same = cue.is_empty() && own_cue.is_empty() || !cue.is_disjoint(own_cue);
            if same && share >= 0.5 {
                pairs.push((share, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used, mut right) = (BTreeSet::new(), BTreeSet::new());
    for (_, i, j) in pairs {
        if !used.contains(&i) && !right.contains(&j) {
            used.insert(i);
            right.insert(j);
        }
    }
    right
}

fn covered(words: &[Span], spans: &[Span]) -> BTreeSet<usize> {
    let places = |span: &Span| {
        words.partition_point(|w| w.end <= span.start)
            ..words.partition_point(|w| w.start < span.end)
    };
    spans.iter().flat_map(places).collect()
}

fn line(document: &Document, found: &[TaggerFound]) -> serde_json::Value {
    let map = OffsetMap::new(&document.text);
    let points = |span: &Span| {
        let points = map.code_points(*span);
        [points.start, points.end]
    };
    let attributions = found.iter().map(|f| {
        serde_json::json!({
            "source": f.source.iter().map(points).collect::<Vec<_>>(),
            "cue": [points(&f.cue)],
            "content": f.content.iter().map(points).collect::<Vec<_>>(),
            "confidence": f.confidence,
        })
    });
    serde_json::json!({ "id": document.id, "attributions": attributions.collect::<Vec<_>>() })
}
