//! The words that say where a state stands towards a treaty, before its name and behind it.

use std::ops::Range;

use sourcelight_article::month_named;

use super::{
    lexicon::{Form, List, Said, after, before, is},
    line::Line,
};

/// The words that say what was done, and what stands around them.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// What they say.
    pub(super) said: Said,
    /// Their grammar.
    pub(super) form: Form,
    /// Its words.
    pub(super) words: Range<usize>,
    /// The reference's words.
    pub(super) treaty: Range<usize>,
}

/// Whether the treaty at `start` stands behind another one and "," or "and".
pub(super) fn goes_on_a_list(line: &Line, start: usize) -> bool {
    let at = article_start(line, start);
    let mut i = at;
    while i > 0 && matches!(line.word(i - 1), "," | "and" | "or" | "nor" | "the") {
        i -= 1;
    }
    let joined = i < at;
    // "ratified the first in 1998 and the second in 2005".
    let dated = |i: usize| {
        line.words.numbers[i]
            || month_named(line.word(i)).is_some()
            || matches!(line.word(i), "in" | "on" | ",")
    };
    while joined && i > 0 && dated(i - 1) {
        i -= 1;
    }
    joined && i > 0 && line.reference(i - 1).is_some()
}

/// Where the article and the adjectives of the noun at `start` begin.
pub(super) fn article_start(line: &Line, start: usize) -> usize {
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
        let closed = is(List::Away, word)
            || is(List::Borders, word)
            || is(List::Auxiliaries, word)
            || matches!(word, "and" | "or" | "nor" | "to" | "up" | "out");
        if !open || verb || closed || line.state(start - back).is_some() {
            break;
        }
    }
    let mut at = start;
    while at > 0 && (is(List::Linkers, line.word(at - 1)) || year(line.word(at - 1))) {
        at -= 1;
    }
    at
}

/// The cues that end directly before the treaty: "withdrew from the", "party to the".
pub(super) fn cues_before(line: &Line, treaty: &Range<usize>) -> Vec<Cue> {
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
    let mut words = phrase.iter().rev();
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
                let border = is(List::Borders, line.word(at)) || line.word(at) == ";";
                if gone > if dated { DATE } else { GAP } || border {
                    return None;
                }
            }
        } else {
            at = at.checked_sub(1)?;
            if line.word(at) != *word {
                return None;
            }
        }
    }
    Some(at)
}

/// The cues behind the treaty: "was signed by", "which Russia has not joined", "has 164 members",
/// "signatory".
pub(super) fn cues_behind(line: &Line, treaty: &Range<usize>) -> Vec<Cue> {
    const REACH: usize = 30;
    let mut found = Vec::new();
    let end = treaty.end;
    let possessive = line.word(end) == "'s" || line.word(end) == "'";
    let mut at = end + usize::from(possessive);
    while line.words.numbers.get(at).is_some_and(|n| *n)
        || (is(List::NounLeaders, line.word(at)) && after(line.word(at)).is_empty())
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
                !(1900..2100).contains(&y) || is(List::NounsOfStates, line.word(b + 2))
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
        || is(List::Away, word)
        || matches!(
            word,
            "and" | "but" | "or" | "yet" | "last" | "this" | "when" | "despite" | "because"
        )
}
