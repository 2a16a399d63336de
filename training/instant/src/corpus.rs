//! Annotated articles, as the tagger sees them, with the label each token should get.

use anyhow::{Context, Result};
use serde::Deserialize;
use sourcelight_analysis::training::tagger_blocks;
use sourcelight_article::open_plain_text;
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

/// One line of a file in the schema of `score.py`; offsets in Unicode code points.
#[derive(Deserialize)]
pub(crate) struct Document {
    /// Its name.
    pub(crate) id: String,
    /// Who published it.
    #[serde(default)]
    pub(crate) publisher: String,
    /// The article.
    pub(crate) text: String,
    attributions: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// One block.
pub(crate) struct Sequence {
    /// The features of each token.
    pub(crate) features: Vec<Vec<u32>>,
    /// The places of the weights of the transition into each.
    pub(crate) edges: Vec<[usize; sourcelight_analysis::training::EDGE_CLASSES]>,
    /// The label each should get.
    pub(crate) labels: Vec<u8>,
}

/// The documents of a file.
///
/// # Errors
/// When the file cannot be read, or is not in the schema.
pub(crate) fn read(path: &str) -> Result<Vec<Document>> {
    let data = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    let lines = data
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{path}: line {} is no document", at + 1))
        })
        .collect()
}

impl Document {
    /// Its blocks.
    pub(crate) fn sequences(&self) -> Vec<Sequence> {
        let gold = self.gold();
        let blocks = tagger_blocks(&open_plain_text(&self.text)).into_iter();
        blocks
            .map(|block| Sequence {
                labels: labels(&block.tokens, &gold),
                features: block.features,
                edges: block.edges,
            })
            .collect()
    }

    /// Its attributions that have a cue, in text order.
    pub(crate) fn gold(&self) -> Vec<Gold> {
        let map = OffsetMap::new(&self.text);
        let spans = |spans: &[[usize; 2]]| -> Vec<Span> {
            let points = spans
                .iter()
                .map(|&[start, end]| CodePointSpan { start, end });
            points.map(|points| map.from_code_points(points)).collect()
        };
        let mut gold: Vec<Gold> = self
            .attributions
            .iter()
            .map(|a| Gold {
                source: spans(&a.source),
                cue: spans(&a.cue),
                content: spans(&a.content),
            })
            .filter(|gold| !gold.cue.is_empty())
            .collect();
        gold.sort_by_key(|gold| gold.cue[0].start);
        gold
    }

    /// How many attributions it has, with a cue or without.
    pub(crate) fn gold_count(&self) -> usize {
        self.attributions.len()
    }
}

/// One attribution; UTF-8 bytes.
pub(crate) struct Gold {
    /// Who.
    pub(crate) source: Vec<Span>,
    /// The words that attribute.
    pub(crate) cue: Vec<Span>,
    /// What.
    pub(crate) content: Vec<Span>,
}

// The parts, as `instant::labels::Part` numbers them.
const SOURCE: u8 = 0;
const CUE: u8 = 2;
const CONTENT: u8 = 4;

/// The labels of a block: where parts overlap, a cue goes before a source and a source before content.
fn labels(tokens: &[Span], gold: &[Gold]) -> Vec<u8> {
    let mut labels = Labels {
        tokens,
        labels: vec![0; tokens.len()],
        rank: vec![0; tokens.len()],
    };
    let start = tokens.first().map_or(0, |t| t.start);
    let end = tokens.last().map_or(0, |t| t.end);
    let mut before: &[Span] = &[];
    for gold in gold.iter().filter(|gold| gold.cue[0].start < end) {
        let cue = gold.cue[0].start;
        let side = |span: &Span| u8::from(span.start >= cue);
        gold.content
            .iter()
            .for_each(|s| labels.put(*s, CONTENT + side(s), 1));
        gold.source
            .iter()
            .for_each(|s| labels.put(*s, SOURCE + side(s), 2));
        let shared = !gold.source.is_empty() && gold.source == before;
        gold.cue
            .iter()
            .for_each(|s| labels.put(*s, CUE + u8::from(shared), 3));
        if cue >= start {
            before = &gold.source;
        }
    }
    labels.repaired()
}

struct Labels<'t> {
    tokens: &'t [Span],
    labels: Vec<u8>,
    rank: Vec<u8>,
}

impl Labels<'_> {
    fn put(&mut self, span: Span, part: u8, rank: u8) {
        let (first, further) = (1 + 2 * part, 2 + 2 * part);
        let mut fresh = true;
        let from = self.tokens.partition_point(|t| t.end <= span.start);
        for at in from..self.tokens.partition_point(|t| t.start < span.end) {
            if self.rank[at] >= rank {
                fresh = true;
                continue;
            }
            self.labels[at] = if fresh { first } else { further };
            self.rank[at] = rank;
            fresh = false;
        }
    }

    /// A further token without one of its part before it becomes a first one.
    fn repaired(mut self) -> Vec<u8> {
        for at in 0..self.labels.len() {
            let before = at.checked_sub(1).map_or(0, |before| self.labels[before]);
            if !sourcelight_analysis::training::label_follows(before, self.labels[at]) {
                self.labels[at] -= 1;
            }
        }
        self.labels
    }
}
