//! What training/cues reads: every candidate with what it shows. Not part of the product's interface.

use sourcelight_article::Article;
use sourcelight_text::Span;

use crate::attribution::{candidates, weights};
use crate::convention::edges;
use crate::grammar::Grammar;
use crate::model::Convention;
use crate::reading::Reading;

/// One candidate, with the edges of PolNeAR's convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it shows, by the names of the weights.
    pub features: Vec<String>,
    /// The source's spans.
    pub source: Vec<Span>,
    /// The cue's spans.
    pub cue: Vec<Span>,
    /// The content's spans.
    pub content: Vec<Span>,
}

/// Every candidate of `article`, likely or not.
pub fn rows(article: &Article) -> Vec<Row> {
    let reading = Reading::new(article);
    let grammar = Grammar::new(&reading);
    candidates(&grammar)
        .iter()
        .map(|c| {
            let edges = edges(&grammar, c, Convention::Polnear);
            Row {
                features: weights::features(&grammar, c),
                source: edges.source,
                cue: edges.cue,
                content: edges.content,
            }
        })
        .collect()
}

/// One block as the tagger sees it.
#[derive(Clone, Debug)]
pub struct TaggerBlock {
    /// Its tokens, UTF-8 bytes of the article's text.
    pub tokens: Vec<Span>,
    /// The features of each.
    pub features: Vec<Vec<u32>>,
    /// The class of the transition into each.
    pub edges: Vec<u8>,
}

/// The blocks of `article` as the tagger sees them.
pub fn tagger_blocks(
    article: &Article,
    judge: Option<&dyn Fn(&[String]) -> f32>,
) -> Vec<TaggerBlock> {
    let reading = Reading::new(article);
    let grammar = Grammar::new(&reading);
    let mut candidates = candidates(&grammar);
    if let Some(judge) = judge {
        for c in &mut candidates {
            c.confidence = judge(&weights::features(&grammar, c));
        }
    }
    let mut blocks = Vec::new();
    let mut first = 0;
    while first < reading.sentences.len() {
        let block = reading.sentences[first].block;
        let mut last = first;
        while last < reading.sentences.len() && reading.sentences[last].block == block {
            last += 1;
        }
        let own: Vec<_> =
            candidates.iter().filter(|c| (first..last).contains(&c.sentence)).cloned().collect();
        let seen = crate::instant::features::Features::new(&grammar, first..last, &own);
        let start = reading.sentences[first].tokens.start;
        let features = (0..seen.len())
            .map(|i| {
                let mut out = Vec::with_capacity(48);
                seen.of(i, &mut out);
                out
            })
            .collect();
        blocks.push(TaggerBlock {
            tokens: reading.tokens[start..start + seen.len()].iter().map(|t| t.span).collect(),
            features,
            edges: (0..seen.len()).map(|i| seen.edge(i)).collect(),
        });
        first = last;
    }
    blocks
}

/// (source, cue, content) as token ranges, from labels.
pub fn tagger_link(
    labels: &[u8],
) -> Vec<(Option<std::ops::Range<usize>>, std::ops::Range<usize>, Vec<std::ops::Range<usize>>)> {
    crate::instant::link::link(labels).into_iter().map(|l| (l.source, l.cue, l.content)).collect()
}
