//! What both readable formats say: the facts line, and each voice with what it is given.

use sourcelight_analysis::{Analysis, CoverageState, Described, Tier};
use sourcelight_article::Article;

/// A voice with its attributions.
pub(crate) struct Voice {
    /// Its name and what it is.
    pub(crate) title: String,
    /// What it is given.
    pub(crate) lines: Vec<Line>,
}

/// One attribution in words.
pub(crate) struct Line {
    /// The cue.
    pub(crate) cue: String,
    /// The content.
    pub(crate) content: String,
    /// The carriers, outermost first; empty where there are none.
    pub(crate) chain: String,
}

/// One line of counts.
pub(crate) fn facts(_article: &Article, analysis: &Analysis) -> String {
    let count = |state| {
        analysis
            .coverage
            .iter()
            .filter(|c| c.state == state)
            .count()
    };
    let core = analysis
        .attributions
        .iter()
        .filter(|a| a.tier == Tier::Core)
        .count();
    let unnamed = analysis
        .attributions
        .iter()
        .filter(|a| a.anonymity.is_some())
        .count();
    format!(
        "{} attributions ({core} core, {unnamed} of unnamed voices); {} sentences: {} with a source of their own, {} going on with one, {} covered only by a blanket, {} without; {} claims without a source; {} contested points",
        analysis.attributions.len(),
        analysis.coverage.len(),
        count(CoverageState::InSentence),
        count(CoverageState::Continuation),
        count(CoverageState::Blanket),
        count(CoverageState::None),
        analysis.unsourced.len(),
        analysis.controversies.len(),
    )
}

/// Every voice with what it is given, in the order of first speaking; what has no source comes last.
pub(crate) fn voices(analysis: &Analysis, text: &str) -> Vec<Voice> {
    let mut order: Vec<Option<usize>> = Vec::new();
    for a in &analysis.attributions {
        if !order.contains(&a.entity) {
            order.push(a.entity);
        }
    }
    order.sort_by_key(Option::is_none);
    order
        .into_iter()
        .map(|entity| {
            let mine: Vec<_> = analysis
                .attributions
                .iter()
                .filter(|a| a.entity == entity)
                .collect();
            let title = match entity.and_then(|e| analysis.entities.get(e)) {
                Some(e) => {
                    let kind = e.source_type.word().replace('_', " ");
                    let known = mine
                        .iter()
                        .find_map(|a| a.anonymity)
                        .map(|a| match a.described {
                            Described::None => ", not described",
                            Described::Role => ", described by role",
                            Described::RoleAgency => ", described by role and agency",
                            Described::RoleAgencyKnowledge => {
                                ", described by role, agency and knowledge"
                            }
                        });
                    format!("{} ({kind}{})", e.name, known.unwrap_or_default())
                }
                None => "No source stated".to_owned(),
            };
            let join = |spans: &[sourcelight_text::Span]| {
                spans
                    .iter()
                    .map(|s| s.of(text))
                    .collect::<Vec<_>>()
                    .join(" … ")
            };
            let lines = mine
                .iter()
                .map(|a| Line {
                    cue: join(&a.cue),
                    content: join(&a.content),
                    chain: a
                        .via
                        .iter()
                        .filter_map(|l| analysis.entities.get(l.entity))
                        .map(|e| e.name.as_str())
                        .collect::<Vec<_>>()
                        .join(", then "),
                })
                .collect();
            Voice { title, lines }
        })
        .collect()
}

/// `text` on one line, cut to `most` characters.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}
