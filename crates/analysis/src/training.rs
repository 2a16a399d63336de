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
