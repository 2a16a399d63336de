//! What a sentence says of who is in a treaty: the words that say it, who, how many, and when.
//!
//! Only what is told as a fact counts: plans, threats, wishes, conditions and questions do not.

use std::ops::Range;

use sourcelight_article::month_named;
use sourcelight_text::Span;
use sourcelight_treaties::Date;

use super::{
    cue::{Cue, article_start, cues_before, cues_behind, goes_on_a_list},
    figure::{Amount, amount_in},
    group::{Group, noun_group, verb_group},
    lexicon::{Form, List, Said, before, is},
    line::Line,
    when::when,
    who::{listed_before, listed_behind, named_in},
};

/// What a sentence says of who is in a treaty.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Statement {
    /// The instrument.
    pub(crate) id: String,
    /// What is said.
    pub(crate) said: Said,
    /// Whether it is denied.
    pub(crate) negated: bool,
    /// Whether it was so and need not be so any more ("was a party", "joined in 2012").
    pub(crate) past: bool,
    /// Whether it is said to hold from now on or to have ended ("no longer", "with immediate effect").
    pub(crate) ended: bool,
    /// Of whom: the state, where it stands, and whether it is taken out ("all but Russia").
    pub(crate) states: Vec<Named>,
    /// Of how many.
    pub(crate) amount: Option<Amount>,
    /// Whether "signed" goes with "but not ratified".
    pub(crate) only_signed: bool,
    /// The year or month in which it is said to have been.
    pub(crate) when: Option<Date>,
    /// The words from the first that matters to the last.
    pub(crate) words: Range<usize>,
}

/// A state in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its code.
    pub(crate) code: &'static str,
    /// Its words: UTF-8 bytes.
    pub(crate) span: Span,
    /// Whether the statement does not hold for it.
    pub(crate) except: bool,
}

/// Every statement of membership in `line`. `named_before` are the states of the sentence before, for
/// "neither country". Linear in the sentence for each treaty it speaks of.
pub(crate) fn statements(line: &Line, named_before: &[Named]) -> Vec<Statement> {
    /// A sentence that names more treaties is a list and no statement.
    const MOST: usize = 12;
    let mut found: Vec<Statement> = Vec::new();
    let mut inherited: Vec<Cue> = Vec::new();
    for reference in line.references.iter().take(MOST) {
        let treaty = reference.words.clone();
        let mut cues = cues_before(line, &treaty);
        if cues.is_empty() && goes_on_a_list(line, treaty.start) {
            cues.clone_from(&inherited);
            for cue in &mut cues {
                cue.treaty.clone_from(&treaty);
            }
        }
        inherited.clone_from(&cues);
        let behind = cues_behind(line, &treaty);
        let all = cues.iter().map(|c| from_the_left(line, c, named_before));
        let all = all.chain(behind.iter().map(|c| from_the_right(line, c, named_before)));
        for mut statement in all.flatten() {
            statement.id.clone_from(&reference.id);
            if !found.iter().any(|s| same(s, &statement)) {
                found.push(statement);
            }
        }
    }
    found
}

fn same(one: &Statement, other: &Statement) -> bool {
    one.id == other.id
        && one.said == other.said
        && one.states == other.states
        && one.amount.as_ref().map(|a| a.value) == other.amount.as_ref().map(|a| a.value)
}

/// The statement of a cue before its treaty.
fn from_the_left(line: &Line, cue: &Cue, named_before: &[Named]) -> Vec<Statement> {
    match cue.form {
        Form::Noun => from_noun(line, cue, cue.words.start, named_before),
        _ => from_verb(line, cue, named_before),
    }
}

/// The statement of a cue behind its treaty.
fn from_the_right(line: &Line, cue: &Cue, named_before: &[Named]) -> Vec<Statement> {
    match cue.form {
        Form::After => {
            let start = article_start(line, cue.treaty.start);
            let mut found = from_noun(line, cue, start, named_before);
            // "NPT signatory Iran".
            if let Some(place) = line.state(cue.words.end).filter(|_| found.is_empty()) {
                let named = vec![Named {
                    code: place.code,
                    span: place.span,
                    except: false,
                }];
                let words = start..place.end;
                let group = Group::default();
                found.extend(statement(line, cue, &group, named, None, words));
            }
            found
        }
        Form::Counted => {
            let group = verb_group(line, cue.words.start);
            let by = line.word(cue.words.end.saturating_sub(1)) == "by";
            let from = if by { cue.words.end } else { cue.words.start };
            let end = clause_end(line, from + 1);
            let range = if by { from..end } else { cue.words.clone() };
            let named = if by {
                listed_behind(line, range.clone())
            } else {
                Vec::new()
            };
            let amount = amount_in(line, range.clone());
            let words = cue.treaty.start..range.end.max(cue.words.end);
            statement(line, cue, &group, named, amount, words)
                .into_iter()
                .collect()
        }
        _ => {
            let group = verb_group(line, cue.words.start);
            let from = cue.treaty.end + usize::from(line.word(cue.treaty.end) == ",");
            let from = from + usize::from(matches!(line.word(from), "which" | "that"));
            let range = from..group.start.max(from);
            let (named, neither) = named_in(line, range.clone(), named_before);
            let amount = amount_in(line, range);
            let group = Group {
                negated: group.negated || neither,
                ..group
            };
            let words = cue.treaty.start..cue.words.end;
            statement(line, cue, &group, named, amount, words)
                .into_iter()
                .collect()
        }
    }
}

fn clause_end(line: &Line, from: usize) -> usize {
    (from..line.len())
        .find(|&i| {
            (line.words.finite[i] && line.state(i).is_none())
                || matches!(
                    line.word(i),
                    ";" | ":" | "." | "—" | "which" | "who" | "but"
                )
                || is(List::Conditions, line.word(i))
        })
        .unwrap_or(line.len())
}

fn from_verb(line: &Line, cue: &Cue, named_before: &[Named]) -> Vec<Statement> {
    let group = verb_group(line, cue.words.start);
    if cue.form == Form::Base && !group.supports_base {
        return Vec::new();
    }
    if cue.said == Said::Left && left_as_it_is(line, cue) {
        return Vec::new();
    }
    let subject = listed_before(line, group.start, true, named_before);
    let mut found = Vec::new();
    let mut others = Vec::new();
    if let Some((at, own)) = group.other {
        let said = before(line.word(at)).iter().find(|p| p.words.len() == 1);
        if let Some(phrase) = said {
            let negated = if own { subject.neither } else { group.negated };
            others.push((phrase.said, negated || subject.neither));
        }
    }
    let unreal = group.unreal || subject.unreal;
    let group = Group {
        negated: group.negated || subject.neither,
        unreal,
        ..group
    };
    let end = cue.treaty.end;
    let mut named = subject.named.clone();
    named.extend(excepted_behind(line, end));
    let words = subject.start.min(group.start)..end;
    let mut first = statement(
        line,
        cue,
        &group,
        named.clone(),
        subject.amount.clone(),
        words.clone(),
    );
    // "84 countries have signed but not ratified": one figure, of those that only signed.
    let only_signed = cue.said == Said::Ratified
        && group.negated
        && others
            .iter()
            .any(|(said, negated)| *said == Said::Signed && !negated);
    if only_signed && subject.amount.is_some() {
        if let Some(statement) = &mut first {
            statement.said = Said::Signed;
            statement.negated = false;
            statement.only_signed = true;
        }
        found.extend(first);
        return found;
    }
    found.extend(first);
    for (said, negated) in others {
        let other = Cue {
            said,
            ..cue.clone()
        };
        let group = Group {
            negated,
            ..group.clone()
        };
        let named = named.clone();
        found.extend(statement(
            line,
            &other,
            &group,
            named,
            subject.amount.clone(),
            words.clone(),
        ));
    }
    found
}

/// "left the treaty in tatters" leaves nothing.
fn left_as_it_is(line: &Line, cue: &Cue) -> bool {
    let next = line.word(cue.treaty.end);
    let then = line.word(cue.treaty.end + 1);
    line.word(cue.words.start) == "left"
        && (matches!(
            next,
            "open" | "dead" | "without" | "intact" | "hanging" | "vulnerable" | "out"
        ) || (next == "in"
            && !line
                .words
                .numbers
                .get(cue.treaty.end + 1)
                .is_some_and(|n| *n)
            && month_named(then).is_none()))
}

fn from_noun(line: &Line, cue: &Cue, start: usize, named_before: &[Named]) -> Vec<Statement> {
    let group = noun_group(line, start);
    let inside = group.start..cue.words.end.max(cue.treaty.end);
    let mut amount = amount_in(line, group.start..cue.words.end);
    if cue.form == Form::After {
        amount = amount_in(line, cue.treaty.end..cue.words.end).or(amount);
    }
    let before = line.before(group.start);
    let apposed = matches!(before, "," | "(" | "—" | "–") && !group.linked;
    let relative = matches!(before, "that" | "which" | "who");
    let subject = if group.linked || apposed || relative {
        listed_before(line, group.start, group.linked || relative, named_before)
    } else {
        super::who::Subject::at(group.start)
    };
    let mut named = subject.named;
    if named.is_empty() && !group.linked && cue.form == Form::Noun {
        // "As a party to the treaty, Ukraine …".
        let opens = line.before(group.start) == "as" || group.start == 0;
        if opens && line.word(cue.treaty.end) == "," && amount.is_none() {
            let place = line.state(cue.treaty.end + 1);
            named.extend(place.map(|p| Named {
                code: p.code,
                span: p.span,
                except: false,
            }));
        }
    }
    named.extend(excepted_behind(line, inside.end));
    let group = Group {
        negated: group.negated || subject.neither,
        unreal: group.unreal || subject.unreal,
        ..group
    };
    // A noun that nobody is said to be, and that no figure goes with, says nothing.
    let amount = amount.or(subject.amount);
    let words = subject.start.min(group.start)..inside.end;
    statement(line, cue, &group, named, amount, words)
        .into_iter()
        .collect()
}

/// The states of ", but not Russia" and ", including Ukraine" behind the treaty.
fn excepted_behind(line: &Line, end: usize) -> Vec<Named> {
    let mut at = end;
    while matches!(
        line.word(at),
        "," | "—" | "–" | "(" | "though" | "but" | "although"
    ) && at < end + 3
    {
        at += 1;
    }
    let word = line.word(at);
    let not = word == "not"
        || is(List::Excludes, word)
        || (word == "but" && line.state(at + 1).is_some());
    let all = listed_behind(line, at + 1..clause_end(line, at + 1));
    if not && at > end {
        all.into_iter()
            .map(|n| Named { except: true, ..n })
            .collect()
    } else if word == "including" {
        all
    } else {
        Vec::new()
    }
}

fn statement(
    line: &Line,
    cue: &Cue,
    group: &Group,
    states: Vec<Named>,
    amount: Option<Amount>,
    words: Range<usize>,
) -> Option<Statement> {
    if group.unreal || (states.is_empty() && amount.is_none()) {
        return None;
    }
    let now = (cue.treaty.end..line.len().min(cue.treaty.end + 6))
        .any(|i| matches!(line.word(i), "immediate" | "immediately"));
    let when = when(line, &words, &cue.treaty);
    let verb = matches!(cue.form, Form::Past | Form::Counted);
    let (said, ended, negated) = match cue.said {
        // "is no longer a member": it left.
        Said::Party | Said::Signed if group.ended => (Said::Left, true, false),
        said => (said, now, group.negated),
    };
    Some(Statement {
        id: String::new(),
        said,
        negated,
        past: group.past || (verb && !group.perfect) || when.is_some(),
        ended,
        states,
        amount,
        only_signed: false,
        when,
        words,
    })
}
