//! Instruments that are described and not named: "the treaty banning landmines", "an international
//! treaty prohibiting their use". The words by which texts describe are in `data/describe.txt`.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use sourcelight_text::Span;

use crate::{
    instrument::{Link, instruments},
    words::{Word, words},
};

static WORDS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    include_str!("../data/describe.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once(": "))
        .map(|(key, words)| (key, words.split_whitespace().collect()))
        .collect()
});

/// Whether `word` is in the list `key` of `data/describe.txt`.
fn is(key: &str, word: &str) -> bool {
    WORDS.get(key).is_some_and(|list| list.contains(&word))
}

struct Object {
    id: &'static str,
    norms: Vec<String>,
    link: Link,
}

static OBJECTS: LazyLock<BTreeMap<String, Vec<Object>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Object>> = BTreeMap::new();
    for i in instruments() {
        for &(object, link) in &i.objects {
            let norms: Vec<String> = words(object, Span::new(0, object.len()))
                .into_iter()
                .map(|w| w.norm)
                .collect();
            if let Some(first) = norms.first().cloned() {
                let id = i.id;
                index
                    .entry(first)
                    .or_default()
                    .push(Object { id, norms, link });
            }
        }
    }
    for objects in index.values_mut() {
        objects.sort_by_key(|o| (std::cmp::Reverse(o.norms.len()), o.link));
    }
    index
});

/// The longest thing that an instrument bans and `counts`, which begins at `words[at]`, and how many
/// words it takes.
fn object_at(
    words: &[Word],
    at: usize,
    counts: impl Fn(Link) -> bool,
) -> Option<(&'static Object, usize)> {
    let objects = OBJECTS.get(&words.get(at)?.norm)?;
    objects.iter().filter(|o| counts(o.link)).find_map(|o| {
        let here = words.get(at..at + o.norms.len())?;
        here.iter()
            .map(|w| &w.norm)
            .eq(&o.norms)
            .then_some((o, o.norms.len()))
    })
}

/// What the text has spoken of last, kept while it is read.
#[derive(Default)]
pub(crate) struct Spoken {
    last: Option<&'static str>,
}

/// How a description goes on behind its noun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// "banning", "that bans", "to ban".
    Bans,
    /// "on", "against".
    Loose,
    /// "limiting".
    Limits,
}

impl Spoken {
    /// Takes note of `words[at]`.
    pub(crate) fn hear(&mut self, words: &[Word], at: usize) {
        let heard = |link| matches!(link, Link::Object | Link::Twin);
        if let Some((object, _)) = object_at(words, at, heard) {
            self.last = Some(object.id);
        }
    }

    /// The instrument described around the noun `words[at]` ("treaty"), and which words describe it.
    pub(crate) fn description(
        &self,
        words: &[Word],
        at: usize,
    ) -> Option<(&'static str, Range<usize>)> {
        let noun = words.get(at)?;
        let international_ban = noun.norm == "ban" && led(words, at) < at;
        if !is("nouns", &noun.norm) && !international_ban {
            return None;
        }
        self.by_what_it_bans(words, at)
            .or_else(|| self.banned_under(words, at))
    }

    /// "the treaty banning …".
    fn by_what_it_bans(&self, words: &[Word], at: usize) -> Option<(&'static str, Range<usize>)> {
        /// "… the use, production, stockpiling and transfer of" may stand before the object.
        const REACH: usize = 12;
        let sentence = |i: usize| words.get(i).filter(|w| w.sentence == words[at].sentence);
        let (verb, next) = verb_behind(words, at)?;
        let from = led(words, at);
        let counts = |link: Link| match verb {
            Verb::Bans => link != Link::Limited,
            Verb::Loose => matches!(link, Link::Object | Link::Named),
            Verb::Limits => link == Link::Limited,
        };
        let reach = if verb == Verb::Loose { 2 } else { REACH };
        for i in next..next + reach {
            let word = sentence(i)?;
            if let Some((object, len)) = object_at(words, i, counts) {
                return Some((object.id, from..i + len));
            }
            if matches!(word.norm.as_str(), "." | ";" | ":" | "(" | "—" | "–") {
                return None;
            }
            let points = is("pointing", &word.norm) && verb == Verb::Bans;
            if let Some(len) = points.then(|| pointing_len(words, i)).flatten() {
                return self.last.map(|id| (id, from..i + len));
            }
        }
        None
    }

    /// "… are banned under an international treaty", of what the text has just spoken of.
    fn banned_under(&self, words: &[Word], at: usize) -> Option<(&'static str, Range<usize>)> {
        let from = led(words, at);
        let article = from.checked_sub(1)?;
        let under = article.checked_sub(1)?;
        let verb = under.checked_sub(1)?;
        let here = |i: usize| words[i].sentence == words[at].sentence;
        let indefinite = matches!(words[article].norm.as_str(), "a" | "an");
        let fits = here(verb)
            && is("under", &words[under].norm)
            && is("banned", &words[verb].norm)
            && (indefinite || (words[article].norm == "the" && from < at));
        self.last.filter(|_| fits).map(|id| (id, from..at + 1))
    }
}

/// What stands behind the noun `words[at]`, and where its object begins.
fn verb_behind(words: &[Word], at: usize) -> Option<(Verb, usize)> {
    let sentence = |i: usize| words.get(i).filter(|w| w.sentence == words[at].sentence);
    let mut next = at + 1;
    while sentence(next).is_some_and(|w| matches!(w.norm.as_str(), "that" | "which" | ",")) {
        next += 1;
    }
    let relative = next > at + 1;
    let word = sentence(next)?.norm.as_str();
    let then = next + 1;
    if word == "to" && !relative {
        let base = sentence(then)?.norm.as_str();
        let to_ban = is("to ban", base).then_some((Verb::Bans, then + 1));
        return to_ban.or((base == "limit").then_some((Verb::Limits, then + 1)));
    }
    if is("bans", word) {
        let loose = matches!(word, "on" | "against");
        return Some((if loose { Verb::Loose } else { Verb::Bans }, then));
    }
    if relative && is("that bans", word) {
        return Some((Verb::Bans, then));
    }
    let limits = is("limits", word) && (relative || word.ends_with("ing"));
    limits.then_some((Verb::Limits, then))
}

/// How many words the phrase that points back to a weapon takes ("their use", "them").
fn pointing_len(words: &[Word], at: usize) -> Option<usize> {
    if matches!(words[at].norm.as_str(), "them" | "it") {
        return Some(1);
    }
    let noun = words.get(at + 1)?;
    let article = words[at].norm == "the";
    // "the use" goes on with "of …"; only a weapon noun closes it.
    (is("weapons", &noun.norm) && !(article && noun.norm == "use")).then_some(2)
}

/// Where the adjectives before the noun `words[at]` begin ("an *international* treaty").
fn led(words: &[Word], at: usize) -> usize {
    let mut from = at;
    while from > 0
        && words[from - 1].sentence == words[at].sentence
        && (is("leading", &words[from - 1].norm) || is_year(&words[from - 1].norm))
    {
        from -= 1;
    }
    from
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}
