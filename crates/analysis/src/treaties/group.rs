//! What stands left of a verb or noun of membership: auxiliaries, negations, "the first country to".

use super::{
    lexicon::{Form, List, Phrase, before, is},
    line::Line,
};

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

/// What stands left of the verb at `at`.
pub(super) fn verb_group(line: &Line, at: usize) -> Group {
    const MOST: usize = 14;
    let mut group = Group {
        start: at,
        ..Group::default()
    };
    let mut i = at;
    while i > 0 && at - i < MOST {
        let word = line.word(i - 1);
        if negates(word) {
            group.negated = true;
            group.spreads |= matches!(word, "neither" | "nor");
            group.supports_base |=
                word.starts_with("did") || word.starts_with("does") || word.starts_with("do");
        } else if is(List::Modals, word) {
            group.unreal = true;
        } else if word == "to" {
            let before = line.before(i - 1);
            if is(List::Refusals, before) {
                group.negated = true;
                group.supports_base = true;
                i -= 1;
            } else if is_nth(line, i - 1) {
                group.supports_base = true;
                group.start = nth_start(line, i - 1);
                return group;
            } else {
                group.unreal = true;
            }
        } else if is(List::Auxiliaries, word) {
            group.perfect |= matches!(word, "has" | "have" | "had" | "'s" | "having");
            group.supports_base |= matches!(word, "did" | "does" | "do");
            group.past |= word == "had";
            // "is being withdrawn", "was joined by".
            group.unreal |= word == "being";
        } else if is_adverb(word) || word == "yet" {
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

/// Whether `word` turns what it stands before into its contrary.
fn negates(word: &str) -> bool {
    is(List::Negations, word) || word.ends_with("n't")
}

/// Whether `word` may stand inside a group without changing what it says.
fn is_adverb(word: &str) -> bool {
    is(List::Adverbs, word) || (word.ends_with("ly") && word.len() > 4)
}

/// Whether a verb of the lexicon that needs no more words stands at `at`.
fn is_verb(line: &Line, at: usize) -> bool {
    let verb = |p: &&Phrase| p.words.len() == 1 && matches!(p.form, Form::Past | Form::Base);
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
    near.into_iter().any(|i| {
        // "The United States" is one by name, not one of many.
        let noun = is(List::NounsOfStates, line.word(i)) && line.state(i).is_none();
        ordinal(line.word(i)) || noun
    }) && at > 0
        && !is(List::Away, line.before(at))
}

/// Where "became the first country" begins that ends at the "to" at `at`; `at` itself where nothing links
/// it to a subject.
fn nth_start(line: &Line, at: usize) -> usize {
    const REACH: usize = 9;
    let near = (at.saturating_sub(REACH)..at).rev();
    let mut near = near.take_while(|&i| line.word(i) != "," && line.state(i).is_none());
    let link = |i: &usize| {
        matches!(
            line.word(*i),
            "became" | "become" | "becomes" | "is" | "was" | "were" | "are"
        )
    };
    let Some(link) = near.find(link) else {
        return at;
    };
    let mut start = link;
    while is(List::Auxiliaries, line.before(start)) || is(List::Adverbs, line.before(start)) {
        start -= 1;
    }
    start
}

/// What stands left of the noun at `at`.
pub(super) fn noun_group(line: &Line, at: usize) -> Group {
    const MOST: usize = 16;
    let mut group = Group {
        start: at,
        ..Group::default()
    };
    let mut i = at;
    while i > 0 && at - i < MOST {
        let word = line.word(i - 1);
        let next = line.word(i);
        if negates(word) {
            group.negated = true;
            group.linked |= word.ends_with("n't");
            group.ended |= word == "no" && next == "longer";
        } else if word == "former" {
            group.ended = true;
            group.past = true;
        } else if is(List::Modals, word)
            || (word == "to" && matches!(next, "be" | "become" | "remain" | "belong"))
        {
            group.unreal = true;
        } else if is(List::Auxiliaries, word) {
            group.linked = true;
            group.past |= matches!(word, "was" | "were" | "had");
            group.perfect |= matches!(word, "has" | "have" | "'s");
        } else if line.words.numbers[i - 1]
            || is(List::NounLeaders, word)
            || is(List::NounsOfStates, word)
            || matches!(word, "longer" | "yet" | "than" | "in" if next == "fact" || word != "in")
            || is_adverb(word)
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
