//! Where the story is contested: points found by rules that are data, by comparing places, and by a learned
//! layer.
//!
//! # How to add a topic or a rule
//!
//! A rule is an entry in `data/controversy/*.txt`, one file a topic. A file begins with `topic:
//! legality` (the words of taxonomy.json) and is named in `rule::FILES`. An entry:
//!
//! ```text
//! [war-crimes]
//! why: Says that an act may be a war crime.
//! stance: against
//! match: war crime|crimes
//! unless: war crimes tribunal
//! story: conflict
//! negated: counts
//! yes: Rights groups say [the strike may amount to a war crime].
//! no: He studied war crimes at school in the 1990s.
//! ```
//!
//! | key | says |
//! |---|---|
//! | `match`, `unless` | patterns (see `pattern`); several lines are alternatives; `unless` looks at the whole sentence |
//! | `story: conflict` | only in a story of armed conflict, which keeps market bombs and own goals out; `public` adds government, law and rights (see `subject`) |
//! | `voice: author` | only outside quotation marks and attributed content; `nobody`: only in a sentence that attributes nothing |
//! | `block: body` | not in headlines |
//! | `mark: words` | marks the matched words, `sentence` the sentence; otherwise the clause |
//! | `negated: counts` | a negation shortly before the match ("did not", "no") leaves it standing |
//! | `modals: silence` | "can" or "might" before it in the clause silences it |
//! | `stance` | where a voice that says it stands |
//! | `severity` | how grave it is at least |
//! | `yes`, `no` | run as tests, in a story that is all a rule asks for; brackets mark the clause |
//!
//! In a sentence that speaks of play, business or daily life and not of armed conflict no rule counts
//! (`subject::is_elsewhere`).
//!
//! What no rule has words for is found by the learned layer (`learned`), which is trained on annotated stories
//! and lines (`training/topics`); the rules stand first.
//!
//! Topics that compare several places of a story (two figures, a claim and a denial, a charge without
//! a reply) get a module of their own that answers the same [`Controversy`] values.

mod accounts;
mod custom;
mod figures;
mod learned;
mod response;
mod rule;
mod sides;
mod subject;
mod treaty_status;

use std::ops::Range;

use crate::{
    clause::{clause_around, clauses, is_question, with_quotes, without_report},
    covering::{Covering, hull},
    grammar::Grammar,
    model::{Analysis, Controversy, Options, SourceType, Stance, Topic},
    pattern::{Words, list_has},
    reading::Sentence,
};
use rule::{Mark, Rule, Voice, patterns, rules};
use sourcelight_article::BlockKind;
use sourcelight_text::Span;
use subject::Subject;

pub use custom::{CustomTopic, CustomTopicError, CustomTopics};
pub use learned::model::{CONTEXT, Context, Scores};
pub(crate) use learned::{
    features::each as features,
    model::{MODEL, Model},
};

/// A story as the topics see it.
pub(crate) struct Story<'a> {
    /// Its grammar.
    pub(crate) grammar: &'a Grammar<'a>,
    /// Its sentences, each with its words.
    pub(crate) sentences: Vec<(&'a Sentence, &'a Words)>,
    /// What has been found in it so far.
    pub(crate) analysis: &'a Analysis,
    /// Which attributions touch a place.
    pub(crate) covering: Covering<'a>,
    /// What it is about.
    pub(crate) subject: Subject,
    /// Each sentence beside the others.
    places: Vec<learned::places::Place>,
}

impl<'a> Story<'a> {
    /// Weighs the words of a story. Linear.
    pub(crate) fn new(
        grammar: &'a Grammar<'a>,
        words: &'a [Words],
        analysis: &'a Analysis,
    ) -> Self {
        let sentences: Vec<_> = grammar.reading.sentences.iter().zip(words).collect();
        let covering = Covering::new(&analysis.attributions);
        let text = grammar.reading.text();
        Self {
            grammar,
            places: learned::places::Place::all(&sentences, &covering, analysis, text),
            covering,
            subject: Subject::of(&sentences),
            sentences,
            analysis,
        }
    }

    /// The article's text.
    fn text(&self) -> &'a str {
        self.grammar.reading.text()
    }

    /// Whether `hit`, in `sentence`, is said by whom a rule listens to.
    fn is_said_by(&self, voice: Voice, sentence: &Sentence, hit: Span) -> bool {
        if voice == Voice::Any {
            return true;
        }
        let quoted = sentence.tokens.clone().any(|at| {
            self.grammar.quotation_index(at).is_some()
                && self.grammar.reading.tokens[at].span.overlaps(hit)
        });
        let held = self.covering.touching(hit).any(|(_, a)| {
            a.source_type != SourceType::Author && a.content.iter().any(|c| c.overlaps(hit))
        });
        let attributes = || {
            self.covering.touching(sentence.span).any(|(_, a)| {
                hull(a).is_some_and(|h| h.overlaps(sentence.span))
                    && a.source_type != SourceType::Author
            })
        };
        !quoted && !held && (voice == Voice::Author || !attributes())
    }
}

/// The contested points of the story, in text order. `words` are those of its sentences. Uses the
/// attributions of `analysis`; `model` is the learned layer's. Linear.
pub(crate) fn controversies(
    grammar: &Grammar,
    words: &[Words],
    analysis: &Analysis,
    options: &Options,
    model: &Model,
) -> Vec<Controversy> {
    let story = Story::new(grammar, words, analysis);
    let mut found = by_rules(&story);
    found.extend(figures::points(&story));
    found.extend(response::point(&story));
    // Where a rule has marked an account already, it is not marked twice.
    let accounts = accounts::points(&story);
    let fresh = |a: &Controversy| {
        !found
            .iter()
            .any(|c: &Controversy| c.topic == a.topic && c.span.overlaps(a.span))
    };
    let accounts: Vec<_> = accounts.into_iter().filter(fresh).collect();
    found.extend(accounts);
    for span in treaty_status::unmarked(&found, analysis) {
        let mut point = Controversy {
            topic: Topic::TreatyStatus,
            kind: None,
            span,
            severity: 1,
            why: "Says who is in a treaty, or how many are.".to_owned(),
            sides: Vec::new(),
            name: None,
        };
        sides::link(&mut point, Stance::Neutral, &story.covering);
        found.push(point);
    }
    let learned = learned::points(&story, &found, model);
    found.extend(learned);
    treaty_status::weigh(&mut found, analysis);
    found.extend(custom::points(&story, &options.custom_topics));
    found.retain(|c| c.topic == Topic::Custom || !options.topics_off.contains(&c.topic));
    found.sort_by_key(|c| (c.span.start, c.span.end, c.topic));
    found
}

/// The points that the rules of the data files find.
fn by_rules(story: &Story) -> Vec<Controversy> {
    let fired = fired(story);
    fired.iter().map(|(p, s)| p.controversy(story, s)).collect()
}

/// The rules that fire in a story, each with its sentence.
fn fired<'a>(story: &Story<'a>) -> Vec<(Point, &'a Sentence)> {
    let mut found = Vec::new();
    for (sentence, words) in &story.sentences {
        if is_question(sentence.span.of(story.text())) {
            continue;
        }
        let mut points = points(words, story.subject);
        points.retain(|p| {
            !(p.rule.body && sentence.kind == BlockKind::Headline)
                && story.is_said_by(p.rule.voice, sentence, p.hit)
        });
        // Two voices of one sentence hold a point each.
        for point in points.iter_mut().filter(|p| p.rule.mark == Mark::Clause) {
            point.span = sides::inside_content(point.span, point.hit, &story.covering);
        }
        found.extend(
            merged(points, story.text())
                .into_iter()
                .map(|p| (p, *sentence)),
        );
    }
    found
}

/// Every rule that fires in one sentence, with the words that made it fire and the clause it marks.
fn points(words: &Words, subject: Subject) -> Vec<Point> {
    let wanted = patterns().iter().filter(|(story, _)| subject.is(*story));
    let mut hits: Vec<_> = wanted.flat_map(|(_, set)| set.matches(words)).collect();
    if hits.is_empty() {
        return Vec::new();
    }
    hits.sort_by_key(|(index, hit)| (*index, hit.start, hit.end));
    let elsewhere = subject::is_elsewhere(words);
    let clauses = clauses(words);
    let mut found = Vec::new();
    for hits in hits.chunk_by(|a, b| a.0 == b.0) {
        let index = hits[0].0;
        let rule = &rules()[index];
        if (elsewhere && rule.topic != Topic::TreatyStatus)
            || rule.unless.iter().any(|p| p.is_in(words))
        {
            continue;
        }
        for (_, hit) in hits {
            let silent = (!rule.negated && is_negated(words, hit))
                || (!rule.modals && is_modal(words, &clauses, hit));
            if !silent {
                let clause = without_report(words, clause_around(&clauses, hit), hit);
                found.push(Point {
                    index,
                    rule,
                    hit: words.span(hit),
                    span: match rule.mark {
                        Mark::Clause => words.span(&clause),
                        Mark::Words => words.span(hit),
                        Mark::Sentence => words.span(&(words.first..words.len())),
                    },
                });
            }
        }
    }
    found
}

/// A rule that fired.
struct Point {
    /// Its place among the rules: where two mark one clause, the first gives reason and kind.
    index: usize,
    rule: &'static Rule,
    /// The words that made it fire.
    hit: Span,
    /// What it marks.
    span: Span,
}

impl Point {
    fn controversy(&self, story: &Story, sentence: &Sentence) -> Controversy {
        let span = match self.rule.mark {
            Mark::Words => self.span,
            _ => with_quotes(story.grammar, self.span),
        };
        let mut point = Controversy {
            topic: self.rule.topic,
            kind: self.rule.kind,
            span: span.intersection(sentence.span).unwrap_or(span),
            severity: 1,
            why: self.rule.why.to_owned(),
            sides: Vec::new(),
            name: None,
        };
        sides::link(&mut point, self.rule.stance, &story.covering);
        if self.rule.mark == Mark::Words {
            point.severity = 1;
        }
        point.severity = point.severity.max(self.rule.severity);
        point
    }
}

/// Points of one topic whose clauses touch become one, and so does "…, killing two" with what did it;
/// the first rule's reason and kind stand.
fn merged(mut points: Vec<Point>, text: &str) -> Vec<Point> {
    let goes_on = |last: Span, next: Span| {
        let word = next.of(text).split(' ').next().unwrap_or_default();
        text.get(last.end..next.start)
            .is_some_and(|gap| gap.trim() == ",")
            && list_has("going_on", word)
    };
    points.sort_by_key(|p| (p.rule.topic, p.span.start, p.span.end, p.hit.start));
    let mut found: Vec<Point> = Vec::new();
    for point in points {
        match found.last_mut() {
            Some(last)
                if last.rule.topic == point.rule.topic
                    && (last.span.overlaps(point.span)
                        || (point.rule.mark == Mark::Clause && goes_on(last.span, point.span))) =>
            {
                last.span = last.span.cover(point.span);
                if point.index < last.index {
                    (last.index, last.rule, last.hit) = (point.index, point.rule, point.hit);
                }
            }
            _ => found.push(point),
        }
    }
    found
}

/// Whether "can" or the like stands before the match in its clause.
fn is_modal(words: &Words, clauses: &[Range<usize>], hit: &Range<usize>) -> bool {
    let start = clause_around(clauses, hit).start;
    words.norms[start..hit.start].iter().any(|w| {
        matches!(
            w.as_str(),
            "can" | "could" | "may" | "might" | "would" | "will" | "if"
        )
    })
}

/// Whether a negation or an unreal condition stands shortly before the match, or inside it.
fn is_negated(words: &Words, hit: &Range<usize>) -> bool {
    const REACH: usize = 3;
    let from = hit.start.saturating_sub(REACH);
    let near = &words.norms[from..hit.end];
    let unreal = near
        .windows(2)
        .any(|w| matches!(w[0].as_str(), "would" | "could" | "might") && w[1] == "have");
    unreal
        || near
            .iter()
            .any(|w| list_has("negations", w) || w.ends_with("n't"))
}

#[cfg(test)]
mod tests;
