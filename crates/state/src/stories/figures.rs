//! The same thing with other numbers.

use sourcelight_text::{Span, sentences};

use super::shared::words;

/// The words that say nothing of what is counted.
const WORDS: &str = include_str!("../../data/figure_words.txt");
/// So many words after a number may name what it counts.
const NAMED_BY: usize = 3;
/// So many other words two sentences have to share, so that the same is counted in both.
const SHARED: usize = 2;
/// So many figures of an article are compared: more of them are a table.
const MOST: usize = 500;

/// A figure with the words it is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number and what is counted, UTF-8 bytes of the article's text.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
}

/// Two figures for what seems to be one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigurePair {
    /// What is counted.
    pub what: String,
    /// The figure in the first article.
    pub here: Figure,
    /// The figure in the second.
    pub there: Figure,
}

/// A figure as it is compared.
struct Counted {
    figure: Figure,
    /// The number as it is written, without separators, with its scale or sign.
    value: String,
    /// What is counted, as it is compared and as it is written.
    names: Vec<String>,
    /// What else the sentence says.
    around: Vec<String>,
}

/// Figures of the two texts that count the same and differ. A figure that the other article has too is
/// left alone. Numbers written in words are not read.
pub(super) fn pairs(here: &str, there: &str) -> Vec<FigurePair> {
    let (one, other) = (figures(here), figures(there));
    let mut found: Vec<FigurePair> = Vec::new();
    for own in &one {
        let close = other.iter().filter_map(|o| Some((closeness(own, o)?, o)));
        let Some((best, against)) = close.max_by_key(|(score, o)| (*score, o.value == own.value))
        else {
            continue;
        };
        let agreed = other
            .iter()
            .any(|o| o.value == own.value && closeness(own, o).is_some());
        if best < SHARED || agreed {
            continue;
        }
        let shared = own.names.iter().find(|name| against.names.contains(name));
        found.push(FigurePair {
            what: shared.cloned().unwrap_or_default(),
            here: own.figure,
            there: against.figure,
        });
    }
    found
}

/// How many other words the sentences of two figures share; none where they do not count the same.
fn closeness(one: &Counted, other: &Counted) -> Option<usize> {
    let percent = |c: &Counted| c.value.ends_with('%');
    let same = one.names.iter().any(|name| other.names.contains(name));
    let shared = one.around.iter().filter(|word| other.around.contains(word));
    (same && percent(one) == percent(other)).then(|| shared.count())
}

fn figures(text: &str) -> Vec<Counted> {
    let whole = Span::new(0, text.len());
    let all = sentences(text, whole).into_iter();
    all.flat_map(|sentence| in_sentence(text, sentence))
        .take(MOST)
        .collect()
}

fn in_sentence(text: &str, sentence: Span) -> Vec<Counted> {
    let said = sentence.of(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = said[from..]
        .find(|c: char| c.is_ascii_digit())
        .map(|i| from + i)
    {
        let number = said[at..]
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
            .map_or(said.len(), |i| at + i);
        let written = said[at..number].trim_end_matches(['.', ',']);
        let end = at + written.len();
        let joined = said[..at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        if !joined {
            found.extend(counted(text, sentence, at, end));
        }
        from = number.max(at + 1);
    }
    found
}

/// The figure whose number stands between these bytes of a sentence; none for years, dates and what names
/// nothing.
fn counted(text: &str, sentence: Span, at: usize, end: usize) -> Option<Counted> {
    let said = sentence.of(text);
    let written = &said[at..end];
    let mut value: String = written.chars().filter(|c| *c != ',').collect();
    let is_year = written.len() == 4 && (written.starts_with("19") || written.starts_with("20"));
    let rest = &said[end..];
    let mut last = end;
    let percent = rest.starts_with('%');
    if percent {
        value.push('%');
    }
    let phrase = rest
        .find([',', '.', ';', ':', '(', '—', '"', '”'])
        .map_or(rest, |stop| &rest[..stop]);
    let mut names = Vec::new();
    for (word, place) in words(phrase).into_iter().take(NAMED_BY + 1) {
        if names.is_empty() && is_in("month", &word) {
            return None;
        } else if names.is_empty() && is_in("scale", &word) {
            value.push_str(&word);
        } else if names.is_empty() && matches!(word.as_str(), "percent" | "per" | "cent") {
            if !value.ends_with('%') {
                value.push('%');
            }
        } else if is_in("small", &word) || word.bytes().all(|b| b.is_ascii_digit()) {
            // "of the", before what is counted, is passed over; behind it, it ends the name.
            if !names.is_empty() || !value.ends_with('%') {
                break;
            }
            continue;
        } else if names.len() < NAMED_BY {
            names.push(stem(&word));
        }
        last = end + place.end;
    }
    if names.is_empty() || (is_year && !value.ends_with('%') && !written.contains(',')) {
        return None;
    }
    let around = words(said).into_iter().map(|(word, _)| stem(&word));
    let around = around.filter(|word| {
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        !digits && !names.contains(word) && !is_in("small", word)
    });
    let mut around: Vec<String> = around.collect();
    around.sort();
    around.dedup();
    Some(Counted {
        figure: Figure {
            span: Span::new(sentence.start + at, sentence.start + last),
            sentence,
        },
        value,
        names,
        around,
    })
}

/// A word without the mark of the plural.
fn stem(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ if word.ends_with("ss") || word.len() < 4 => word.to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

fn is_in(group: &str, word: &str) -> bool {
    let lines = WORDS.lines().filter_map(|line| line.split_once(": "));
    let mut own = lines.filter(|(name, _)| *name == group);
    own.any(|(_, words)| words.split(' ').any(|w| w == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(here: &str, there: &str) -> Vec<(String, String, String)> {
        let tell = |pair: FigurePair| {
            let one = pair.here.span.of(here).to_owned();
            (pair.what, one, pair.there.span.of(there).to_owned())
        };
        pairs(here, there).into_iter().map(tell).collect()
    }

    fn one(what: &str, here: &str, there: &str) -> Vec<(String, String, String)> {
        vec![(what.into(), here.into(), there.into())]
    }

    #[test]
    fn the_same_thing_with_another_number_is_found() {
        assert_eq!(
            told(
                "The strike killed 14 people in Kharkiv on Monday.",
                "At least 17 people died when the strike hit Kharkiv."
            ),
            one("people", "14 people", "17 people died")
        );
        assert_eq!(
            told(
                "Over 160 countries have signed the treaty that bans mines.",
                "The treaty bans mines; 164 countries are party to it. The mines treaty was signed by 133 states."
            ),
            one("country", "160 countries", "164 countries")
        );
        assert_eq!(
            told(
                "Prices in the capital rose by 9 percent of income last year.",
                "Prices in the capital rose 12% of income in the year."
            ),
            one("income", "9 percent of income", "12% of income")
        );
    }

    #[test]
    fn what_agrees_what_is_a_date_and_what_is_something_else_is_left_alone() {
        for (here, there) in [
            (
                "The strike killed 3,000 people in Kharkiv.",
                "The strike killed 3000 people in Kharkiv.",
            ),
            (
                "It began in Kharkiv on 20 November 2024.",
                "It began in Kharkiv on 21 November 2023.",
            ),
            (
                "The army lost 14 tanks near Kharkiv.",
                "The army lost 17 soldiers near Kharkiv.",
            ),
            ("He has 3 children.", "The choir has 40 children."),
            (
                "About 5 percent of voters in town agree.",
                "About 5 voters in town agree.",
            ),
            ("", "No figure at all."),
        ] {
            assert_eq!(told(here, there), [], "{here} / {there}");
        }
    }
}
