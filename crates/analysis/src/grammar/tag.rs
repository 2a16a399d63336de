//! What each token of a sentence is, as far as closed classes, a list of verbs and the words beside
//! it tell. It is no parser: it knows just enough to find subjects, verb groups and clauses.

use std::sync::LazyLock;

use sourcelight_text::TokenKind;

use super::verbs::{Form, Verb, verb};
use crate::reading::{Reading, Sentence};
use crate::words::{WordMap, folded, keyed};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Det,
    Poss,
    Pron,
    Rel,
    Wh,
    That,
    Modal,
    Be,
    Have,
    Do,
    Neg,
    To,
    Prep,
    Conj,
    Sub,
    Adv,
    Time,
    /// A noun or an adjective without a capital.
    Noun,
    /// A word with a capital where none is due.
    Proper,
    Num,
    /// A verb that can carry a clause, or a participle.
    Verb,
    /// A form in -ing that works as a verb.
    Ing,
    /// The possessive ending.
    PossS,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Quote,
    Mark,
}

impl Tag {
    /// Whether a token of this kind can stand inside a noun phrase (prepositions apart).
    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Proper | Tag::Num | Tag::PossS)
    }

    /// Whether a token of this kind starts a noun phrase.
    pub(crate) const fn opens_phrase(self) -> bool {
        matches!(self, Tag::Det | Tag::Poss | Tag::Pron) || self.is_nominal()
    }

    /// Whether a token of this kind is an auxiliary.
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
    }
}

/// One token, tagged.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// What it is.
    pub(crate) tag: Tag,
    /// The token in lower case.
    pub(crate) folded: String,
    /// The verb it is or could be a form of.
    pub(crate) verb: Option<Verb>,
    /// Whether it starts with a capital letter.
    pub(crate) capital: bool,
}

static CLOSED: LazyLock<WordMap<Tag>> = LazyLock::new(|| {
    WordMap::of(
        keyed(include_str!("../../data/function_words.txt")).filter_map(|(word, key)| {
            let tag = match key {
                "Det" => Tag::Det,
                "Poss" => Tag::Poss,
                "Pron" => Tag::Pron,
                "Rel" => Tag::Rel,
                "Wh" => Tag::Wh,
                "That" => Tag::That,
                "Modal" => Tag::Modal,
                "Be" => Tag::Be,
                "Have" => Tag::Have,
                "Do" => Tag::Do,
                "Neg" => Tag::Neg,
                "To" => Tag::To,
                "Prep" => Tag::Prep,
                "Conj" => Tag::Conj,
                "Sub" => Tag::Sub,
                "Adv" => Tag::Adv,
                "Time" => Tag::Time,
                _ => return None,
            };
            Some((word, tag))
        }),
    )
});

/// Tags every token of `reading`. Linear.
pub(crate) fn tag_all(reading: &Reading) -> Vec<Word> {
    let mut words = Vec::with_capacity(reading.tokens.len());
    for sentence in &reading.sentences {
        tag_sentence(reading, sentence, &mut words);
    }
    words
}

fn tag_sentence(reading: &Reading, sentence: &Sentence, words: &mut Vec<Word>) {
    let first = words.len();
    let tokens = &reading.tokens[sentence.tokens.clone()];
    let titled = is_titled(reading, sentence);
    let mut opens = true;
    for token in tokens {
        let text = token.of(reading.text());
        let lower = folded(text);
        let capital = is_capital(text);
        let verb = verb(&lower);
        let tag = match token.kind {
            TokenKind::Quote => Tag::Quote,
            TokenKind::Number => Tag::Num,
            TokenKind::Mark => mark(text),
            TokenKind::Word if lower == "'s" => Tag::PossS,
            TokenKind::Word => match CLOSED.get(&lower) {
                // "US" and "IT" in capitals are names.
                Some(_) if capital && text.len() > 1 && text == text.to_uppercase() && !titled => {
                    Tag::Proper
                }
                Some(tag) => tag,
                None if capital && !opens && !titled => Tag::Proper,
                // "The United States" in a headline too.
                None if capital && words.last().is_some_and(|w| w.folded == "united") => {
                    Tag::Proper
                }
                None if lower.ends_with("ly") && lower.len() > 4 && !is_ly_noun(&lower) => Tag::Adv,
                None => Tag::Noun,
            },
        };
        // "the i" is a newspaper.
        let paper = text == "i" && words.last().is_some_and(|w: &Word| w.tag == Tag::Det);
        let tag = if paper { Tag::Proper } else { tag };
        opens = match tag {
            Tag::Quote | Tag::Open | Tag::Dash => opens,
            Tag::Colon => true,
            _ => false,
        };
        words.push(Word {
            tag,
            folded: lower,
            verb,
            capital,
        });
    }
    for at in first..words.len() {
        settle(words, first, at, titled);
    }
}

/// Whether a word starts with a capital, an Arabic or French article before it apart: "al-Amr", "d'Estaing".
fn is_capital(text: &str) -> bool {
    let first = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let behind_article = || {
        let (article, name) = text.split_once(['-', '\'', '’'])?;
        let known = matches!(
            article,
            "al" | "el"
                | "an"
                | "as"
                | "ash"
                | "at"
                | "ar"
                | "ad"
                | "az"
                | "ul"
                | "ud"
                | "d"
                | "l"
                | "bin"
                | "ben"
        );
        Some(known && first(name))
    };
    first(text) || behind_article().unwrap_or(false)
}

/// Whether most words of the sentence have a capital, as headlines do.
fn is_titled(reading: &Reading, sentence: &Sentence) -> bool {
    let long = |t: &&sourcelight_text::Token| t.kind == TokenKind::Word && t.span.len() > 3;
    let tokens = &reading.tokens[sentence.tokens.clone()];
    let words = tokens.iter().filter(long).count();
    let capitals = tokens
        .iter()
        .filter(long)
        .filter(|t| {
            t.of(reading.text())
                .chars()
                .next()
                .is_some_and(char::is_uppercase)
        })
        .count();
    // A sentence with a full stop that names many states is no headline.
    let stop = tokens.last().is_some_and(|t| t.of(reading.text()) == ".");
    let share = if stop { 10 } else { 7 };
    words >= 4 && capitals * 10 >= words * share
}

fn is_ly_noun(word: &str) -> bool {
    matches!(
        word,
        "family"
            | "july"
            | "italy"
            | "ally"
            | "rally"
            | "reply"
            | "supply"
            | "assembly"
            | "early"
            | "likely"
            | "unlikely"
            | "monthly"
            | "weekly"
            | "daily"
            | "elderly"
            | "deadly"
            | "friendly"
            | "costly"
            | "only"
            | "apply"
            | "imply"
            | "comply"
            | "anomaly"
            | "orderly"
    )
}

fn mark(text: &str) -> Tag {
    match text {
        "," | "،" => Tag::Comma,
        "." | "!" | "?" | "…" | "。" | "؟" => Tag::Stop,
        ":" => Tag::Colon,
        ";" => Tag::Semicolon,
        "-" | "–" | "—" | "―" => Tag::Dash,
        "(" | "[" => Tag::Open,
        ")" | "]" => Tag::Close,
        _ => Tag::Mark,
    }
}

/// Decides whether the word at `at`, if it can be a verb, is one here.
fn settle(words: &mut [Word], first: usize, at: usize, titled: bool) {
    let word = &words[at];
    if word.tag == Tag::PossS {
        // "He's", "it's", "that's": a verb.
        let before = at.checked_sub(1).map(|i| words[i].tag);
        if matches!(before, Some(Tag::Pron | Tag::That | Tag::Rel | Tag::Wh)) {
            words[at].tag = Tag::Be;
        }
        return;
    }
    let (Tag::Noun, Some(verb)) = (word.tag, word.verb) else {
        return;
    };
    let mut prev = at;
    let before = loop {
        if prev == first {
            break None;
        }
        prev -= 1;
        if words[prev].tag != Tag::Adv {
            break Some(&words[prev]);
        }
    };
    let adverb = prev + 1 < at;
    // "No current plans to …", "an Internet posting made …": a determiner before a lone modifier.
    let led = prev > first
        && prev + 1 == at
        && words[prev].tag.is_nominal()
        && match verb.form {
            Form::S => {
                words[prev - 1].tag == Tag::Det
                    && matches!(
                        words[prev - 1].folded.as_str(),
                        "no" | "any" | "these" | "those" | "some" | "many" | "all" | "several"
                    )
            }
            Form::Ing => words[prev - 1].tag == Tag::Det && verb.lemma != "say",
            _ => false,
        };
    let next = words.get(at + 1);
    // "taxes would rise": what stands right before a finite auxiliary is its subject.
    let subject = matches!(verb.form, Form::S | Form::Base)
        && next.is_some_and(|n| matches!(n.tag, Tag::Modal | Tag::Have | Tag::Be));
    if led || subject {
        return;
    }
    let is_verb = match before {
        None => match verb.form {
            Form::Ing => !verb.seldom || next.is_some_and(|n| !n.tag.is_nominal()),
            Form::Ed | Form::Participle => !next.is_some_and(|n| n.tag.is_nominal()),
            _ => false,
        },
        Some(before) => {
            is_verb(before, verb, next, adverb, titled)
                || shows_that(&words[first..prev + 1], verb, next)
                || as_it_says(&words[first..prev + 1], verb, next)
        }
    };
    if is_verb {
        words[at].tag = if verb.form == Form::Ing {
            Tag::Ing
        } else {
            Tag::Verb
        };
    }
}

/// "Data from the bank show that …": the verb of a plural that stands further back.
fn shows_that(before: &[Word], verb: Verb, next: Option<&Word>) -> bool {
    verb.form == Form::Base
        && next.is_some_and(|n| n.tag == Tag::That)
        && before
            .iter()
            .rev()
            .take(12)
            .take_while(|w| w.tag.is_nominal() || matches!(w.tag, Tag::Prep | Tag::Det | Tag::Num))
            .any(|w| {
                w.tag.is_nominal()
                    && (w.folded.ends_with('s') || matches!(w.folded.as_str(), "data" | "people"))
            })
}

/// "As the report notes, …": a verb between "as" with a subject and the comma.
fn as_it_says(before: &[Word], verb: Verb, next: Option<&Word>) -> bool {
    verb.form == Form::S
        && next.is_some_and(|n| n.tag == Tag::Comma)
        && (2..=6).contains(&before.len())
        && before[0].folded == "as"
        && before[1..]
            .iter()
            .all(|w| w.tag.is_nominal() || w.tag == Tag::Det)
}

fn is_verb(before: &Word, verb: Verb, next: Option<&Word>, adverb: bool, titled: bool) -> bool {
    let governs = next.is_some_and(|n| {
        matches!(
            n.tag,
            Tag::Det | Tag::Poss | Tag::Pron | Tag::That | Tag::To | Tag::Wh | Tag::Quote
        ) || (n.tag == Tag::Proper && !n.folded.is_empty())
    });
    let plural = before.folded.ends_with('s') || before.folded == "people";
    match verb.form {
        Form::Base => match before.tag {
            Tag::Modal | Tag::To | Tag::Do | Tag::Neg => true,
            Tag::Det | Tag::Poss | Tag::PossS | Tag::Num | Tag::Prep | Tag::Be | Tag::Have => false,
            Tag::Pron => !matches!(before.folded.as_str(), "he" | "she" | "it"),
            Tag::Rel => true,
            Tag::Noun | Tag::Proper if verb.seldom => plural && (governs || adverb),
            Tag::Noun | Tag::Proper => plural || governs,
            _ => !verb.seldom,
        },
        Form::S => match before.tag {
            Tag::Det | Tag::Poss | Tag::PossS | Tag::Num | Tag::Prep | Tag::Modal | Tag::To => {
                false
            }
            Tag::Pron | Tag::Rel | Tag::That => true,
            Tag::Proper => {
                !verb.seldom
                    || next.is_some_and(|n| {
                        governs
                            || !matches!(
                                n.tag,
                                Tag::Comma
                                    | Tag::Stop
                                    | Tag::Conj
                                    | Tag::PossS
                                    | Tag::Be
                                    | Tag::Have
                                    | Tag::Modal
                            )
                    })
            }
            Tag::Noun if verb.seldom => governs || (titled && !plural),
            Tag::Noun => true,
            _ => !verb.seldom || adverb,
        },
        Form::Past => !matches!(before.tag, Tag::Det | Tag::Poss | Tag::PossS | Tag::Prep),
        Form::Ed | Form::Participle => match before.tag {
            Tag::Det | Tag::Poss | Tag::PossS | Tag::Num => false,
            Tag::Prep => before.folded == "than" || before.folded == "as",
            Tag::Be | Tag::Have => true,
            _ if verb.seldom => !next.is_some_and(|n| n.tag.is_nominal()),
            _ => true,
        },
        Form::Ing => match before.tag {
            Tag::Det | Tag::Poss | Tag::PossS => false,
            Tag::Be => true,
            // "A statement saying …".
            Tag::Noun if verb.lemma == "say" => true,
            Tag::Noun | Tag::Proper | Tag::Num if verb.seldom => false,
            _ => !verb.seldom || governs,
        },
    }
}
