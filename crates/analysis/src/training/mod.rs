//! What training/cues reads: every candidate with what it shows. Not part of the product's interface.

mod marked;
mod topics;

pub use marked::{Label, Mark, MarkError, Marked, marked};
pub use topics::{TOPIC_CONTEXT, TopicContext, TopicModel, TopicRow, TopicScores, topic_rows};

use sourcelight_article::Article;
use sourcelight_text::Span;

use crate::attribution::{candidates, weights};
use crate::convention::edges;
use crate::grammar::Grammar;
use crate::instant::features::{self, Features};
use crate::instant::{labels, model, tag};
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
    /// The features of each: the template above [`FEATURE_BITS`], the number below.
    pub features: Vec<Vec<u32>>,
    /// The classes of the transition into each: the place of its weights.
    pub edges: Vec<[usize; EDGE_CLASSES]>,
}

/// How many classes the transition into a token has.
pub const EDGE_CLASSES: usize = features::EDGES;

/// The bits of a feature's number.
pub const FEATURE_BITS: u32 = features::BITS;

/// How many labels there are.
pub const LABELS: usize = labels::LABELS;

/// How many weights of transitions there are.
pub const EDGE_WEIGHTS: usize = model::ALL_EDGES;

pub use crate::instant::model::Weights as TaggerWeights;

/// Whether a label can follow another.
pub const fn label_follows(before: u8, label: u8) -> bool {
    labels::follows(before, label)
}

/// The blocks of `article` as the tagger sees them.
pub fn tagger_blocks(article: &Article) -> Vec<TaggerBlock> {
    let reading = Reading::new(article);
    let grammar = Grammar::new(&reading);
    let candidates = candidates(&grammar);
    let blocks = tag::blocks(&grammar, &candidates).into_iter();
    let blocks = blocks.map(|(sentences, candidates)| {
        let start = reading.sentences[sentences.start].tokens.start;
        let seen = Features::new(&grammar, sentences, candidates);
        let features = (0..seen.len()).map(|i| {
            let mut out = Vec::with_capacity(64);
            seen.of(i, &mut out);
            out
        });
        let edges = (0..seen.len()).map(|i| {
            let classes = seen.edge(i);
            std::array::from_fn(|class| model::edge_place(class, classes[class]))
        });
        TaggerBlock {
            tokens: reading.tokens[start..start + seen.len()]
                .iter()
                .map(|t| t.span)
                .collect(),
            features: features.collect(),
            edges: edges.collect(),
        }
    });
    blocks.collect()
}

/// One attribution that the tagger found; UTF-8 bytes of the article's text.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggerFound {
    /// Who.
    pub source: Option<Span>,
    /// The words that attribute.
    pub cue: Span,
    /// What.
    pub content: Vec<Span>,
    /// How likely it is right.
    pub confidence: f32,
}

/// A tagger with weights of its own.
pub struct Tagger(model::Model);

impl Tagger {
    /// A tagger with `weights`.
    pub fn new(weights: &TaggerWeights) -> Self {
        Self(model::Model::new(weights))
    }

    /// The attributions of `article`, as the product finds them.
    pub fn tag(&self, article: &Article) -> Vec<TaggerFound> {
        let reading = Reading::new(article);
        let grammar = Grammar::new(&reading);
        let found = tag::tag_with(&self.0, &grammar, &candidates(&grammar));
        let found = found.iter().map(|t| TaggerFound {
            source: t.source.as_ref().map(|s| grammar.span(s)),
            cue: grammar.span(&t.cue),
            content: t.content.iter().map(|c| grammar.span(c)).collect(),
            confidence: t.confidence,
        });
        found.collect()
    }
}
