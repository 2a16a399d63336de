//! The treaties a story names or describes, what it says of who is in them, and what the register says
//! beside it.
//!
//! `statement` reads a sentence (`cue` finds the words that say it, `group` and `who` what stands before
//! them), with the words of `data/treaty_words.txt`; `judge` holds what it says
//! against the register, part by part; `wording` says it to the reader; `card` gathers what the register
//! knows. Verdicts are no judgements of the article: each comes with what it rests on.

mod card;
mod cue;
mod figure;
mod group;
mod judge;
mod lexicon;
mod line;
mod statement;
mod when;
mod who;
mod wording;

use std::collections::BTreeSet;

use sourcelight_text::Span;
use sourcelight_treaties::{Date, entries, find_mentions, state, states_in};

use crate::{
    clause::{clause_around, clauses, is_question, without_report},
    grammar::Grammar,
    model::{Analysis, ClaimedCount, ClaimedState, Options, TreatyClaim, TreatyMention},
    pattern::Words,
    reading::Reading,
};
use lexicon::Said;
use line::{Line, Memory, Reference};
use statement::{Named, Statement, statements};

/// Every mention in the story, in text order. Linear.
pub(crate) fn treaties(reading: &Reading) -> Vec<TreatyMention> {
    let paragraphs: Vec<Span> = reading
        .article
        .blocks
        .iter()
        .filter(|b| b.kind.is_story())
        .map(|b| b.span)
        .collect();
    find_mentions(reading.text(), &paragraphs)
        .into_iter()
        .map(|m| TreatyMention {
            id: m.id.to_owned(),
            span: m.span,
        })
        .collect()
}

/// Reads what the story says of who is in its treaties, and lays the register beside it: fills
/// [`Analysis::treaty_claims`] and [`Analysis::treaty_cards`]. `words` are those of its sentences.
/// Linear.
pub(crate) fn compare(
    grammar: &Grammar,
    words: &[Words],
    options: &Options,
    analysis: &mut Analysis,
) {
    if analysis.treaties.is_empty() {
        return;
    }
    let (day, dated) = day(grammar.reading, options);
    let text = grammar.reading.text();
    let mut memory = Memory::default();
    let mut last = Span::new(0, 0);
    let mut beside: BTreeSet<(String, &'static str)> = BTreeSet::new();
    let mut claims = Vec::new();
    let mut pointed = Vec::new();
    for (sentence, words) in grammar.reading.sentences.iter().zip(words) {
        let mentions = mentions_in(&analysis.treaties, sentence.span);
        let Some(line) = memory.line(words, text, sentence.span, mentions) else {
            last = sentence.span;
            continue;
        };
        for reference in &line.references {
            pointed.extend(pointing(&line, reference));
            let codes = line.states.iter().map(|s| (reference.id.clone(), s.code));
            beside.extend(codes);
        }
        let stated = if is_question(sentence.span.of(text)) {
            Vec::new()
        } else {
            statements(&line, &paired_with(&line, text, last))
        };
        if !stated.is_empty() {
            let clauses = clauses(words);
            for statement in stated {
                let hit = &statement.words;
                let clause = without_report(words, clause_around(&clauses, hit), hit);
                claims.push(claim(&statement, words.span(&clause), day, dated));
            }
        }
        last = sentence.span;
    }
    claims.sort_by_key(|c| (c.span.start, c.span.end));
    analysis.treaties.append(&mut pointed);
    analysis.treaties.sort_by_key(|m| m.span.start);
    analysis.treaty_cards = card::cards(&analysis.treaties, &claims, &beside, day, dated);
    analysis.treaty_claims = claims;
}

/// "The treaty", "this convention" behind a treaty that was named: a mention of it too.
fn pointing(line: &Line, reference: &Reference) -> Option<TreatyMention> {
    let noun = reference.words.start;
    let points = reference.words.len() == 1
        && matches!(
            line.word(noun),
            "treaty" | "pact" | "accord" | "convention" | "protocol" | "statute" | "agreement"
        );
    let the = (noun.saturating_sub(2)..noun)
        .rev()
        .find(|&i| matches!(line.word(i), "the" | "this" | "that"))?;
    points.then(|| TreatyMention {
        id: reference.id.clone(),
        span: line.words.span(&(the..noun + 1)),
    })
}

fn mentions_in(mentions: &[TreatyMention], span: Span) -> &[TreatyMention] {
    let first = mentions.partition_point(|m| m.span.end <= span.start);
    let end = mentions.partition_point(|m| m.span.start < span.end);
    mentions.get(first..end).unwrap_or_default()
}

/// The states of the sentence at `before`, where `line` may speak of them as "neither country" or "both".
fn paired_with(line: &Line, text: &str, before: Span) -> Vec<Named> {
    let pair = |w: &String| matches!(w.as_str(), "neither" | "both" | "two");
    let mut found: Vec<Named> = Vec::new();
    if !line.words.norms.iter().any(pair) {
        return found;
    }
    for mention in states_in(text, before) {
        if !found.iter().any(|n| n.code == mention.code) {
            found.push(Named {
                code: mention.code,
                span: mention.span,
                except: false,
            });
        }
    }
    found
}

/// The day the register is asked for: the article's, else today, else the register's newest. Whether it
/// is the article's.
fn day(reading: &Reading, options: &Options) -> (Date, bool) {
    let metadata = &reading.article.metadata;
    let read = |text: &Option<String>| text.as_deref().and_then(Date::read);
    if let Some(date) = read(&metadata.published).or_else(|| read(&metadata.modified)) {
        return (date, true);
    }
    let newest = || {
        let dates = entries().filter_map(|(_, e)| e.as_of.newest());
        dates.max_by_key(|d| d.last())
    };
    let today = read(&options.today).or_else(newest);
    (today.unwrap_or(Date::of_year(9999)), false)
}

fn claim(statement: &Statement, span: Span, day: Date, dated: bool) -> TreatyClaim {
    let judgement = judge::judge(statement, day);
    let states = judgement.states.iter();
    let states = states.map(|(named, verdict, _)| ClaimedState {
        code: named.code.to_owned(),
        name: state(named.code).map_or(named.code, |s| s.name).to_owned(),
        span: named.span,
        except: named.except,
        verdict: *verdict,
    });
    let mut sources: Vec<String> = Vec::new();
    let of_count = judgement.count.iter().flat_map(|(c, _)| c.sources.iter());
    let of_states = judgement.states.iter().filter_map(|(_, _, s)| s.as_ref());
    let of_states = of_states.flat_map(|s| s.entry.sources.iter());
    for key in of_count.chain(of_states) {
        if !sources.iter().any(|s| s == key) {
            sources.push((*key).to_owned());
        }
    }
    TreatyClaim {
        id: statement.id.clone(),
        span,
        says: word(statement.said).to_owned(),
        negated: statement.negated,
        states: states.collect(),
        count: statement.amount.as_ref().map(|a| ClaimedCount {
            value: a.value,
            span: a.span,
        }),
        when: statement.when.map(|d| d.to_string()),
        verdict: judgement.overall(),
        figure: judgement.figure,
        verb: judgement.verb,
        of_states: judgement.of_states(),
        register: wording::register(statement, &judgement, day, dated),
        as_of: day.to_string(),
        dated,
        sources,
    }
}

const fn word(said: Said) -> &'static str {
    match said {
        Said::Signed => "signed",
        Said::Ratified => "ratified",
        Said::Joined => "joined",
        Said::Party => "party",
        Said::Outside => "outside",
        Said::Left => "left",
        Said::Revoked => "revoked",
        Said::Suspended => "suspended",
        Said::Unsigned => "unsigned",
    }
}
