//! [`Article`] in, [`Analysis`] out: who said what, how it reached the page, what nobody is named
//! for, and where the story is contested.
//!
//! Analysis is plain data and never fails; what it could not do is a note inside it.

mod attribution;
mod checks;
mod clause;
mod controversy;
mod convention;
mod coverage;
mod covering;
mod grammar;
mod instant;
mod model;
mod number;
mod pattern;
mod reading;
#[cfg(test)]
mod testing;
#[doc(hidden)]
pub mod training;
mod treaties;
mod unsourced;
mod voices;
mod words;

pub use checks::is_withheld;
pub use controversy::{CustomTopic, CustomTopicError, CustomTopics};
pub use model::*;
pub use pattern::PatternError;

use sourcelight_article::Article;

use crate::grammar::Grammar;
use crate::reading::Reading;

/// Reads the data that rules and tagger work with, so that the first article need not wait for it.
pub fn prepare() {
    let text = "According to one official, the minister said: “We will ratify the treaty that bans mines.”";
    let span = sourcelight_text::Span::new(0, text.len());
    let kind = sourcelight_article::BlockKind::Paragraph;
    let article = Article {
        text: text.to_owned(),
        blocks: vec![sourcelight_article::Block { kind, span }],
        ..Article::default()
    };
    // What it finds does not matter; whatever was read on the way stays read.
    let _ = analyze(&article, &Options::default());
}

/// Analyses `article`. Linear in its text.
pub fn analyze(article: &Article, options: &Options) -> Analysis {
    analyze_with(article, options, &controversy::MODEL, &mut |_| ())
}

/// [`analyze`] with a model of the contested topics; `ended` is told the name of each stage when it ends.
fn analyze_with(
    article: &Article,
    options: &Options,
    topics: &controversy::Model,
    ended: &mut dyn FnMut(&'static str),
) -> Analysis {
    let reading = Reading::new(article);
    let grammar = Grammar::new(&reading);
    let found = attribution::find(&grammar, options);
    let mut analysis = Analysis::default();
    let blanket = voices::describe(&grammar, &found, options.convention, &mut analysis);
    analysis.coverage = coverage::coverage(
        &grammar,
        &found,
        &analysis.attributions,
        !blanket.carriers.is_empty(),
    );
    ended("attribution");
    analysis.treaties = treaties::treaties(&reading);
    let words = pattern::Words::all(&grammar, &analysis.treaties);
    treaties::compare(&grammar, &words, options, &mut analysis);
    ended("treaties");
    analysis.controversies =
        controversy::controversies(&grammar, &words, &analysis, options, topics);
    ended("controversy");
    analysis.unsourced = unsourced::unsourced(&grammar, &words, &analysis);
    ended("unsourced");
    analysis.checks = checks::checks(&grammar, &analysis);
    ended("checks");
    analysis
}
