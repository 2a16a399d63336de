//! Noun phrases, found from one edge.

use std::ops::Range;

use super::{Form, Grammar, Tag};

/// Prepositions that tie a noun phrase to the one before it.
const TIES: &[&str] = &[
    "of", "for", "in", "at", "from", "with", "on", "to", "by", "about", "against", "near",
    "behind", "between", "among", "within", "inside", "outside", "over", "under", "across",
    "around", "into",
];

/// A noun phrase and what stands in apposition to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The phrase itself.
    pub(crate) core: Range<usize>,
    /// The phrase with its apposition and relative clause, the closing comma included.
    pub(crate) whole: Range<usize>,
}

impl Phrase {
    /// A phrase without apposition.
    pub(crate) const fn plain(core: Range<usize>) -> Self {
        Self {
            whole: Range {
                start: core.start,
                end: core.end,
            },
            core,
        }
    }
}

impl Grammar<'_> {
    /// The noun phrase that ends at `end`, not reaching before `floor`.
    pub(crate) fn phrase_before(&self, end: usize, floor: usize) -> Option<Phrase> {
        if end <= floor {
            return None;
        }
        if self.tag(end - 1) == Tag::Comma {
            return self.apposed_before(end, floor);
        }
        if self.tag(end - 1) == Tag::Close {
            let open = (floor..end)
                .rev()
                .take(12)
                .find(|&i| self.tag(i) == Tag::Open)?;
            let inner = self.phrase_before(open, floor)?;
            return Some(Phrase {
                core: inner.core.clone(),
                whole: inner.whole.start..end,
            });
        }
        let start = self.nominal_start(end, floor)?;
        Some(Phrase::plain(start..end))
    }

    /// "X, the head of Y, " before a verb.
    fn apposed_before(&self, end: usize, floor: usize) -> Option<Phrase> {
        let mut comma = end - 1;
        let mut best: Option<Range<usize>> = None;
        for _ in 0..3 {
            let reach = comma.saturating_sub(28).max(floor);
            let found = (reach..comma)
                .rev()
                .find(|&i| self.tag(i) == Tag::Comma && self.quotation_index(i).is_none());
            let Some(open) = found else { break };
            let Some(start) = self.nominal_start(open, floor) else {
                break;
            };
            // A phrase led in by a preposition at the clause's start ("In Iowa, …") is no subject.
            if start > floor && self.tag(start - 1) == Tag::Prep {
                break;
            }
            best = Some(start..open);
            let named = (start..open).any(|i| self.tag(i) == Tag::Proper);
            if start > floor && self.tag(start - 1) == Tag::Comma && !named {
                comma = open;
                continue;
            }
            break;
        }
        let core = best?;
        Some(Phrase {
            whole: core.start..end,
            core,
        })
    }

    /// Where the noun phrase that ends at `end` starts.
    fn nominal_start(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = self.chunk_start(end, floor)?;
        for _ in 0..8 {
            if start <= floor {
                break;
            }
            let before = start - 1;
            match self.tag(before) {
                Tag::Prep
                    if self.folded(before) == "as"
                        && before > floor
                        && self.folded(before - 1) == "such" =>
                {
                    match self.chunk_start(before - 1, floor) {
                        Some(left) => start = left,
                        None => break,
                    }
                }
                Tag::Prep | Tag::To if TIES.contains(&self.folded(before)) => {
                    let mut left_end = before;
                    // "Officials briefed on the talks said".
                    let reduced = left_end > floor + 1
                        && matches!(self.tag(left_end - 1), Tag::Verb | Tag::Ing)
                        && self.words[left_end - 1].verb.is_some_and(|v| {
                            matches!(v.form, Form::Ed | Form::Participle | Form::Ing)
                        })
                        && self.tag(left_end - 2).is_nominal();
                    if reduced {
                        left_end -= 1;
                    }
                    match self.chunk_start(left_end, floor) {
                        Some(left) if self.tag(left_end - 1) != Tag::Pron => start = left,
                        // "In a statement Clinton said".
                        _ => return Some(self.name_after_adjunct(start, end)),
                    }
                }
                Tag::Conj if matches!(self.folded(before), "and" | "or" | "&") => {
                    if let Some(left) = self.list_start(before, floor) {
                        start = left;
                        break;
                    }
                    match self.chunk_start(before, floor) {
                        Some(left) if self.bounds(left, floor) => start = left,
                        _ => break,
                    }
                }
                Tag::Dash => match self.chunk_start(before, floor) {
                    Some(left)
                        if self.reading.tokens[before].span.start
                            == self.reading.tokens[before - 1].span.end =>
                    {
                        start = left;
                    }
                    _ => break,
                },
                _ => break,
            }
        }
        Some(start)
    }

    /// Where "the United States, China, Russia(,) and Israel" starts: names with commas between them, before
    /// the "and" at `conj`. At least three in all, so that an apposition is not taken for one.
    fn list_start(&self, conj: usize, floor: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        let mut end = if conj > floor && self.tag(conj - 1) == Tag::Comma {
            conj - 1
        } else {
            conj
        };
        let mut items = 0;
        let mut start = None;
        while let Some(left) = self.chunk_start(end, floor) {
            let named = (left..end).any(|i| self.tag(i) == Tag::Proper);
            let plain = (left..end).all(|i| matches!(self.tag(i), Tag::Proper | Tag::Det));
            if !(named && plain) || end - left > LONGEST {
                break;
            }
            items += 1;
            start = Some(left);
            if left <= floor || self.tag(left - 1) != Tag::Comma {
                break;
            }
            end = left - 1;
        }
        start.filter(|_| items >= 2)
    }

    /// Whether a clause can start at `at`.
    fn bounds(&self, at: usize, floor: usize) -> bool {
        at <= floor
            || matches!(
                self.tag(at - 1),
                Tag::Comma
                    | Tag::Quote
                    | Tag::Conj
                    | Tag::Sub
                    | Tag::That
                    | Tag::Colon
                    | Tag::Semicolon
                    | Tag::Dash
                    | Tag::Open
                    | Tag::Close
                    | Tag::Stop
                    | Tag::Adv
                    | Tag::Time
            )
    }

    /// In "a statement Clinton", the name.
    fn name_after_adjunct(&self, start: usize, end: usize) -> usize {
        (start + 1..end)
            .rev()
            .take_while(|&i| self.tag(i) == Tag::Proper || self.tag(i) == Tag::Num)
            .last()
            .filter(|&i| self.tag(i - 1) == Tag::Noun)
            .unwrap_or(start)
    }

    /// Where the run of nominals that ends at `end` starts, without anything behind a preposition.
    fn chunk_start(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end;
        while start > floor {
            let at = start - 1;
            match self.tag(at) {
                Tag::Pron if start == end => return Some(at),
                Tag::Det | Tag::Poss
                    if self.tag(at) == Tag::Poss || start < end || self.stands_alone(at) =>
                {
                    start = at;
                    // "all the", "some of the" apart.
                    if at > floor && self.tag(at - 1) == Tag::Det {
                        start = at - 1;
                    }
                    break;
                }
                tag if tag.is_nominal() => start = at,
                Tag::Mark
                    if matches!(
                        self.folded(at),
                        "$" | "%" | "&" | "/" | "#" | "@" | "£" | "€"
                    ) =>
                {
                    start = at
                }
                Tag::Conj if self.folded(at) == "&" => start = at,
                // "Gawker.com".
                Tag::Stop if start < end && self.touches(at) => start = at,
                // "more than 50", "nearly half".
                Tag::Prep if self.folded(at) == "than" && start < end => start = at,
                Tag::Adv if start < end && self.tag(start) == Tag::Num => start = at,
                _ => break,
            }
        }
        // A possessive ending cannot start a phrase.
        while start < end && self.tag(start) == Tag::PossS {
            start += 1;
        }
        (start < end).then_some(start)
    }

    /// Whether no white space stands at either side of the token.
    fn touches(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        at > 0
            && at + 1 < tokens.len()
            && tokens[at - 1].span.end == tokens[at].span.start
            && tokens[at].span.end == tokens[at + 1].span.start
    }

    /// "Others", "some", "those" without a noun.
    fn stands_alone(&self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "this"
                | "that"
                | "these"
                | "those"
                | "some"
                | "many"
                | "most"
                | "few"
                | "both"
                | "all"
                | "others"
                | "each"
                | "none"
                | "several"
                | "another"
                | "more"
                | "half"
                | "enough"
        )
    }

    /// The noun phrase that starts at `start`, not reaching `ceiling`.
    pub(crate) fn phrase_after(&self, start: usize, ceiling: usize) -> Option<Phrase> {
        let mut end = self.chunk_end(start, ceiling)?;
        if self.tag(start) == Tag::Pron {
            return Some(Phrase::plain(start..end));
        }
        for _ in 0..6 {
            if end >= ceiling {
                break;
            }
            let joins = match self.tag(end) {
                Tag::Prep => matches!(
                    self.folded(end),
                    "of" | "for" | "in" | "at" | "from" | "with" | "on"
                ),
                Tag::To => self.words.get(end + 1).is_none_or(|w| w.verb.is_none()),
                Tag::Conj => {
                    matches!(self.folded(end), "and" | "&")
                        && self
                            .chunk_end(end + 1, ceiling)
                            .is_some_and(|e| !self.is_finite(e))
                }
                Tag::Verb => self.words[end].verb.is_some_and(|v| {
                    matches!(v.form, Form::Ed | Form::Participle) && self.tag(end + 1) == Tag::Prep
                }),
                _ => false,
            };
            if !joins {
                break;
            }
            let from = if self.tag(end) == Tag::Verb {
                end + 2
            } else {
                end + 1
            };
            match self.chunk_end(from, ceiling) {
                Some(next) => end = next,
                None => break,
            }
        }
        if end < ceiling
            && self.tag(end) == Tag::Open
            && let Some(close) = (end..ceiling).take(12).find(|&i| self.tag(i) == Tag::Close)
        {
            return Some(Phrase {
                core: start..end,
                whole: start..close + 1,
            });
        }
        Some(Phrase::plain(start..end))
    }

    /// Where the run of nominals that starts at `start` ends.
    pub(crate) fn chunk_end(&self, start: usize, ceiling: usize) -> Option<usize> {
        let mut end = start;
        if end >= ceiling {
            return None;
        }
        if self.tag(end) == Tag::Pron {
            return Some(end + 1);
        }
        while end < ceiling && matches!(self.tag(end), Tag::Det | Tag::Poss) {
            end += 1;
        }
        let opened = end;
        while end < ceiling {
            let joins = match self.tag(end) {
                Tag::Pron => false,
                Tag::Adv => self.tag(end + 1) == Tag::Noun && end > start,
                Tag::Mark => matches!(
                    self.folded(end),
                    "$" | "%" | "&" | "#" | "@" | "£" | "€" | "/"
                ),
                // "the newly elected president".
                Tag::Verb => {
                    end > start && self.tag(end - 1) == Tag::Adv && self.tag(end + 1).is_nominal()
                }
                tag => tag.is_nominal(),
            };
            if !joins {
                break;
            }
            end += 1;
        }
        (end > opened || (opened > start && self.stands_alone(start))).then_some(end)
    }
}
