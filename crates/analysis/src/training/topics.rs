//! What training/topics reads: the sentences of a story with what each shows of the contested topics.

use std::collections::BTreeSet;

use sourcelight_article::Article;
use sourcelight_text::Span;

use crate::{
    Options, analyze, analyze_with,
    controversy::{Model, Story, features},
    grammar::Grammar,
    model::Analysis,
    pattern::Words,
    reading::Reading,
};

pub use crate::controversy::{
    CONTEXT as TOPIC_CONTEXT, Context as TopicContext, Scores as TopicScores,
};

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicRow {
    /// Where it stands, UTF-8 bytes of the article's text.
    pub span: Span,
    /// What it shows, by the names of the weights.
    pub features: BTreeSet<String>,
}

/// The sentences of `article`.
pub fn topic_rows(article: &Article) -> Vec<TopicRow> {
    let analysis = analyze(article, &Options::default());
    let reading = Reading::new(article);
    let grammar = Grammar::new(&reading);
    let words = Words::all(&grammar, &analysis.treaties);
    let story = Story::new(&grammar, &words, &analysis);
    let rows = (0..story.sentences.len()).map(|at| {
        let mut shown = BTreeSet::new();
        features(&story, at, &mut |name, _| {
            shown.insert(name.join(" "));
        });
        TopicRow {
            span: story.sentences[at].0.span,
            features: shown,
        }
    });
    rows.collect()
}

/// A model of the contested topics.
pub struct TopicModel(Model);

impl TopicModel {
    /// Reads the file `data/topic_weights.txt`, or one like it; an empty one leaves the rules alone.
    pub fn read(file: &str) -> Self {
        Self(Model::read(file))
    }

    /// The analysis of `article`, as the product makes it with this model.
    pub fn read_article(&self, article: &Article) -> Analysis {
        analyze_with(article, &Options::default(), &self.0, &mut |_| ())
    }

    /// The same; `ended` is told the name of each stage of the analysis when it ends.
    pub fn stages(&self, article: &Article, ended: &mut dyn FnMut(&'static str)) {
        analyze_with(article, &Options::default(), &self.0, ended);
    }
}
