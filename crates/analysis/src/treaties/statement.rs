//! What a sentence says of who is in a treaty: the words that say it, who, how many, and when.
//!
//! Only what is told as a fact counts: plans, threats, wishes, conditions and questions do not.

use std::ops::Range;

use sourcelight_text::Span;
use sourcelight_treaties::Date;

use super::{
    figure::{Amount, amount_in},
    lexicon::{Form, Said, after, before, is},
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

/// The words that say what was done, and what stands around them.
#[derive(Clone, Debug)]
struct Cue {
    said: Said,
    form: Form,
    /// Its words.
    words: Range<usize>,
    /// The reference's words.
    treaty: Range<usize>,
}

/// What was read to the left of a cue.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Where the verb or noun group begins.
    pub(super) start: usize,
    pub(super) negated: bool,
    /// Whether it is no fact.
    pub(super) unreal: bool,
    pub(super) past: bool,
    pub(super) perfect: bool,
    pub(super) ended: bool,
    /// Whether a form of "be" or "become" links a noun to its subject.
    pub(super) linked: bool,
    /// Whether a base form may stand ("did not", "refused to").
    pub(super) supports_base: bool,
    /// A verb that goes with this one ("signed and", "signed but not").
    pub(super) other: Option<(usize, bool)>,
    /// Whether "neither" or "nor" spreads its negation.
    pub(super) spreads: bool,
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

/// Whether the treaty at `start` stands behind another one and "," or "and".
fn goes_on_a_list(line: &Line, start: usize) -> bool {
    let at = article_start(line, start);
    let mut i = at;
    while i > 0 && matches!(line.word(i - 1), "," | "and" | "or" | "nor" | "the") {
        i -= 1;
    }
    i < at && i > 0 && line.reference(i - 1).is_some()
}

/// Where the article and the adjectives of the noun at `start` begin.
fn article_start(line: &Line, start: usize) -> usize {
    const MOST: usize = 4;
    let article = |w: &str| {
        matches!(
            w,
            "the" | "a" | "an" | "this" | "that" | "its" | "their" | "any" | "such" | "both"
        )
    };
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    for back in 1..=MOST.min(start) {
        let word = line.word(start - back);
        if article(word) {
            return start - back;
        }
        let open = word
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == '.')
            || year(word);
        let verb = line.words.finite.get(start - back).is_some_and(|f| *f);
        let closed = is("away", word)
            || is("borders", word)
            || is("auxiliaries", word)
            || matches!(word, "and" | "or" | "nor" | "to" | "up" | "out");
        if !open || verb || closed || line.state(start - back).is_some() {
            break;
        }
    }
    let mut at = start;
    while at > 0 && (is("linkers", line.word(at - 1)) || year(line.word(at - 1))) {
        at -= 1;
    }
    at
}

/// The cues that end directly before the treaty: "withdrew from the", "party to the".
fn cues_before(line: &Line, treaty: &Range<usize>) -> Vec<Cue> {
    let mut ends = vec![article_start(line, treaty.start)];
    if ends[0] != treaty.start {
        ends.push(treaty.start);
    }
    for end in ends {
        let Some(last) = end.checked_sub(1) else {
            continue;
        };
        for phrase in before(line.word(last)) {
            if let Some(start) = ends_at(line, &phrase.words, end) {
                return vec![Cue {
                    said: phrase.said,
                    form: phrase.form,
                    words: start..end,
                    treaty: treaty.clone(),
                }];
            }
        }
    }
    Vec::new()
}

/// Where the phrase begins that ends at `end`. "~" stands for up to three words, or a date.
fn ends_at(line: &Line, phrase: &[&str], end: usize) -> Option<usize> {
    const GAP: usize = 3;
    const DATE: usize = 6;
    let mut at = end;
    let mut words = phrase.iter().rev().peekable();
    while let Some(word) = words.next() {
        if *word == "~" {
            let next = words.next()?;
            let from = at;
            loop {
                at = at.checked_sub(1)?;
                if line.word(at) == *next {
                    break;
                }
                let gone = from - at;
                let dated = (at..from).any(|i| line.words.numbers[i]);
                let border = is("borders", line.word(at)) || line.word(at) == ";";
                if gone > if dated { DATE } else { GAP } || border {
                    return None;
                }
            }
        } else {
            at = at.checked_sub(1)?;
            if line.word(at) != *word {
                // "acceded in 1998 to", "withdrew last year from".
                let last_word = words.peek().is_some() && at + 1 == end;
                if !last_word {
                    return None;
                }
                return None;
            }
        }
    }
    Some(at)
}

/// The cues behind the treaty: "was signed by", "which Russia has not joined", "has 164 members",
/// "signatory".
fn cues_behind(line: &Line, treaty: &Range<usize>) -> Vec<Cue> {
    const REACH: usize = 30;
    let mut found = Vec::new();
    let end = treaty.end;
    let possessive = line.word(end) == "'s" || line.word(end) == "'";
    let mut at = end + usize::from(possessive);
    while line.words.numbers.get(at).is_some_and(|n| *n)
        || (is("noun leaders", line.word(at)) && after(line.word(at)).is_empty())
    {
        at += 1;
        if at > end + 8 {
            break;
        }
    }
    for phrase in after(line.word(at)) {
        if phrase.form == Form::After && begins_at(line, &phrase.words, at) {
            let more = (at == end + usize::from(possessive)) || possessive;
            let words = at..at + phrase.words.len();
            if more {
                found.push(cue(phrase.said, Form::After, words, treaty));
                return found;
            }
        }
    }
    for i in end..line.len().min(end + REACH) {
        if line.reference(i).is_some() || matches!(line.word(i), ";" | ":" | ".") {
            break;
        }
        // "… has 164 parties".
        let has = matches!(
            line.word(i),
            "has"
                | "had"
                | "have"
                | "counts"
                | "boasts"
                | "with"
                | "claims"
                | "includes"
                | "numbers"
                | "by"
        );
        if has && i < end + 4 {
            let number = (i + 1..line.len().min(i + 8))
                .find(|&n| line.words.numbers[n] && is_figure(line, n));
            if let Some(number) = number {
                for noun in number + 1..line.len().min(number + 4) {
                    let phrase = after(line.word(noun))
                        .iter()
                        .find(|p| p.form == Form::Counted && begins_at(line, &p.words, noun));
                    if let Some(phrase) = phrase {
                        let words = i..noun + phrase.words.len();
                        found.push(cue(phrase.said, Form::Counted, words, treaty));
                        break;
                    }
                }
            }
        }
        // "… signed by …", and the verb at the end of "which Russia has not signed".
        let phrase = before(line.word(i))
            .iter()
            .find(|p| p.form == Form::Past && p.words.len() == 1 && p.said != Said::Left);
        let Some(phrase) = phrase else {
            continue;
        };
        let by = (i + 1..line.len().min(i + 7))
            .take_while(|&n| !matches!(line.word(n), "," | ";" | "and" | "but"))
            .find(|&n| line.word(n) == "by");
        let passive = by.filter(|&b| {
            line.word(b + 1).parse::<u16>().map_or(true, |y| {
                !(1900..2100).contains(&y) || is("nouns of states", line.word(b + 2))
            })
        });
        if let Some(by) = passive {
            found.push(cue(phrase.said, Form::Counted, i..by + 1, treaty));
        } else if relative_starts(line, end) && closes(line, i + 1) {
            found.push(cue(phrase.said, Form::Past, i..i + 1, treaty));
        }
    }
    found
}

fn cue(said: Said, form: Form, words: Range<usize>, treaty: &Range<usize>) -> Cue {
    let treaty = treaty.clone();
    Cue {
        said,
        form,
        words,
        treaty,
    }
}

fn begins_at(line: &Line, phrase: &[&str], at: usize) -> bool {
    phrase
        .iter()
        .enumerate()
        .all(|(i, w)| line.word(at + i) == *w)
}

fn is_figure(line: &Line, at: usize) -> bool {
    line.word(at).parse::<u16>().is_ok_and(|n| n < 300) || line.word(at).parse::<u16>().is_err()
}

/// Whether "which" or "that", or a state right away, opens a relative clause at `at`.
fn relative_starts(line: &Line, at: usize) -> bool {
    let at = at + usize::from(line.word(at) == ",");
    matches!(line.word(at), "which" | "that") || line.state(at).is_some()
}

/// Whether no object follows at `at`.
fn closes(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    !word.starts_with(|c: char| c.is_alphanumeric())
        || is("away", word)
        || matches!(
            word,
            "and" | "but" | "or" | "yet" | "last" | "this" | "when" | "despite" | "because"
        )
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
            line.words.finite[i]
                || matches!(
                    line.word(i),
                    ";" | ":" | "." | "—" | "which" | "who" | "but"
                )
                || is("conditions", line.word(i))
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
            && !is_month(then)))
}

fn is_month(word: &str) -> bool {
    super::when::month(word).is_some()
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
    let not =
        word == "not" || is("excludes", word) || (word == "but" && line.state(at + 1).is_some());
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

/// What stands left of the verb at `at`.
fn verb_group(line: &Line, at: usize) -> Group {
    const MOST: usize = 14;
    let mut group = Group {
        start: at,
        ..Group::default()
    };
    let mut i = at;
    while i > 0 && at - i < MOST {
        let word = line.word(i - 1);
        let negative = is("negations", word) || word.ends_with("n't");
        if negative {
            group.negated = true;
            group.spreads |= matches!(word, "neither" | "nor");
            group.supports_base |=
                word.starts_with("did") || word.starts_with("does") || word.starts_with("do");
        } else if is("modals", word) {
            group.unreal = true;
        } else if word == "to" {
            let before = line.before(i - 1);
            if is("refusals", before) {
                group.negated = true;
                group.supports_base = true;
                i -= 1;
            } else if is_nth(line, i - 1) {
                group.supports_base = true;
                group.start = i - 1;
                return group;
            } else {
                group.unreal = true;
            }
        } else if is("auxiliaries", word) {
            group.perfect |= matches!(word, "has" | "have" | "had" | "'s" | "having");
            group.supports_base |= matches!(word, "did" | "does" | "do");
            group.past |= word == "had";
            // "is being withdrawn", "was joined by".
            group.unreal |= word == "being";
        } else if is("adverbs", word) || (word.ends_with("ly") && word.len() > 4) || word == "yet" {
        } else if matches!(word, "and" | "but" | "or" | ",") && group.other.is_none() {
            let comma = usize::from(line.before(i - 1) == ",");
            let other = (i - 1).checked_sub(1 + comma);
            let verb = other.filter(|&o| is_verb(line, o));
            match verb {
                Some(verb) => {
                    let own = group.negated;
                    group.other = Some((verb, own && !matches!(word, "or")));
                    i = verb + 1;
                }
                None => break,
            }
        } else {
            break;
        }
        i -= 1;
    }
    group.start = i;
    group
}

/// Whether a verb of the lexicon that needs no more words stands at `at`.
fn is_verb(line: &Line, at: usize) -> bool {
    let verb = |p: &&super::lexicon::Phrase| {
        p.words.len() == 1 && matches!(p.form, Form::Past | Form::Base)
    };
    before(line.word(at)).iter().any(|p| verb(&p))
}

/// Whether "the first country to", "one of 164 states to" stands before the "to" at `at`.
fn is_nth(line: &Line, at: usize) -> bool {
    const REACH: usize = 6;
    let from = at.saturating_sub(REACH);
    let ordinal = |w: &str| {
        matches!(
            w,
            "first" | "last" | "latest" | "only" | "second" | "third" | "newest"
        ) || (w.len() > 2
            && w.starts_with(|c: char| c.is_ascii_digit())
            && (w.ends_with("th") || w.ends_with("st") || w.ends_with("nd") || w.ends_with("rd")))
    };
    let near = (from..at)
        .rev()
        .take_while(|&i| !line.words.finite[i] && line.word(i) != ",");
    near.into_iter()
        .any(|i| ordinal(line.word(i)) || is("nouns of states", line.word(i)))
        && at > 0
        && !is("away", line.before(at))
}

/// What stands left of the noun at `at`.
fn noun_group(line: &Line, at: usize) -> Group {
    const MOST: usize = 16;
    let mut group = Group {
        start: at,
        ..Group::default()
    };
    let mut i = at;
    while i > 0 && at - i < MOST {
        let word = line.word(i - 1);
        let next = line.word(i);
        if is("negations", word) || word.ends_with("n't") {
            group.negated = true;
            group.linked |= word.ends_with("n't");
            group.ended |= word == "no" && next == "longer";
        } else if word == "former" {
            group.ended = true;
            group.past = true;
        } else if is("modals", word) {
            group.unreal = true;
        } else if word == "to" && matches!(next, "be" | "become" | "remain" | "belong") {
            group.unreal = true;
        } else if is("auxiliaries", word) {
            group.linked = true;
            group.past |= matches!(word, "was" | "were" | "had");
            group.perfect |= matches!(word, "has" | "have" | "'s");
            group.unreal |= word == "being" && false;
        } else if line.words.numbers[i - 1]
            || is("noun leaders", word)
            || is("nouns of states", word)
            || matches!(word, "longer" | "yet" | "than" | "in" if next == "fact" || word != "in")
            || is("adverbs", word)
            || (word.ends_with("ly") && word.len() > 4)
        {
            // A relative pronoun ends the group: what it stands for comes before.
            if matches!(word, "that" | "which" | "who") {
                break;
            }
        } else {
            break;
        }
        i -= 1;
    }
    group.start = i;
    group
}
