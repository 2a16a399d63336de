//! [`Article`] in, [`Analysis`] out: who said what, how it reached the page, what nobody is named
//! for, and where the story is contested.
//!
//! Analysis is plain data and never fails; what it could not do is a note inside it.

mod attribution;
mod convention;
mod grammar;
mod model;
mod reading;
#[doc(hidden)]
pub mod training;
mod words;

pub use model::*;

use sourcelight_article::Article;

use crate::grammar::Grammar;
use crate::reading::Reading;

/// Analyses `article`. Linear in its text.
pub fn analyze(article: &Article, options: &Options) -> Analysis {
    let reading = Reading::new(article);
    let grammar = Grammar::new(&reading);
    let found = attribution::find(&grammar, options.convention);
    let attributions = found
        .iter()
        .map(|c| {
            let edges = convention::edges(&grammar, c, options.convention);
            Attribution {
                source: edges.source,
                cue: edges.cue,
                content: edges.content,
                tier: Tier::Core,
                class: Class::Statement,
                quote: Quote::Indirect,
                source_type: SourceType::Unstated,
                named: false,
                channel: Channel::Unknown,
                anonymity: None,
                entity: None,
                via: Vec::new(),
                parent: None,
                confidence: c.confidence,
                why: String::new(),
            }
        })
        .collect();
    Analysis {
        attributions,
        ..Analysis::default()
    }
}

#[cfg(test)]
mod tests {
    use sourcelight_article::{Article, Block, BlockKind};
    use sourcelight_text::Span;

    /// An article of `text`'s lines, each a paragraph.
    pub(crate) fn paragraphs(text: &str) -> Article {
        let mut article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let mut start = 0;
        for line in text.split('\n') {
            let span = Span::new(start, start + line.len()).trimmed(text);
            if !span.is_empty() {
                article.blocks.push(Block {
                    kind: BlockKind::Paragraph,
                    span,
                });
            }
            start += line.len() + 1;
        }
        article
    }
}
