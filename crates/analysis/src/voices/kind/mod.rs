//! What kind of voice a noun phrase means, and whether a reader could look it up.

mod described;
mod lists;
mod name;
mod paper;
mod place;

pub(crate) use described::described;
pub(crate) use name::{is_title, sounds_like_a_person, with_complement, without_titles};
pub(crate) use place::is_body;

use std::ops::Range;

use crate::grammar::{Grammar, Tag};
use crate::model::SourceType;
use lists::{
    COLLECTIVES, DATA, DOCUMENTS, INSTITUTIONS, KNOWLEDGE, LAWS, MEDIA, OUTLET_WORDS, POLLS, ROLES,
};
use name::{capitalised, is_person_name, name_behind_role, name_runs};
use paper::{is_article, is_outlet, is_titled, is_written, of_paper};
use place::{is_list, is_place};

/// What a phrase tells of the voice it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// What kind of voice.
    pub(crate) source_type: SourceType,
    /// Whether it can be looked up.
    pub(crate) named: bool,
    /// The name in it, without titles: tokens.
    pub(crate) name: Option<Range<usize>>,
    /// Whether it only points back: a pronoun, "the publication", "the official".
    pub(crate) points_back: bool,
    /// Whether a document is a law, a treaty, a policy.
    pub(crate) law: bool,
    /// Whether data are a poll.
    pub(crate) poll: bool,
    /// Whether it is a thing of which it is not known that it can speak.
    pub(crate) thing: bool,
    /// Whether the "name" is only a title with a capital: "the President".
    pub(crate) title_only: bool,
    /// Whether nothing but a lone capital word says that it is a person: "Gazprom", "Putin".
    pub(crate) lone: bool,
}

/// Reads the phrase `core`.
pub(crate) fn kind(g: &Grammar, core: &Range<usize>) -> Kind {
    let mut found = Kind {
        source_type: SourceType::UnnamedIndividual,
        named: false,
        name: None,
        points_back: false,
        law: false,
        poll: false,
        thing: false,
        title_only: false,
        lone: false,
    };
    if core.len() == 1 && matches!(g.tag(core.start), Tag::Pron | Tag::Poss) {
        found.points_back = true;
        found.source_type = match g.folded(core.start) {
            "we" | "they" | "them" | "us" | "their" | "our" => SourceType::UnnamedGroup,
            "it" | "its" => SourceType::Institution,
            _ => SourceType::UnnamedIndividual,
        };
        return found;
    }
    let first = first_chunk(g, core);
    if let Some(kind) = counted(g, &first) {
        found.source_type = kind;
        return found;
    }
    let head = head(g, &first);
    let word = g.folded(head);
    let bare = singular(word);
    let plural = bare != word
        || matches!(
            word,
            "people" | "men" | "women" | "children" | "others" | "police"
        );
    let names = name_runs(g, core);
    let main = names.iter().find(|n| n.end == first.end).cloned();
    let definite = matches!(
        g.folded(core.start),
        "the" | "this" | "that" | "these" | "those"
    ) || matches!(g.tag(core.start), Tag::Poss | Tag::Proper)
        || core.clone().any(|i| g.tag(i) == Tag::PossS);
    let lower_head = !g.words[head].capital;
    let short = core.len() <= 3 && names.is_empty();
    let points = definite && short && g.tag(core.start) == Tag::Det;

    if is_list(g, core) {
        found.source_type = SourceType::NamedGroup;
        found.named = true;
        found.name = Some(core.clone());
    } else if let Some(name) = name_behind_role(g, core, &first, &names) {
        found.source_type = SourceType::NamedIndividual;
        found.named = true;
        found.name = Some(name);
    } else if core.len() == 1 && word == "reports" {
        found.source_type = SourceType::Media;
    } else if let Some(name) = main.as_ref().filter(|n| is_outlet(g, n)) {
        found.source_type = SourceType::Media;
        found.named = true;
        found.name = Some(name.clone());
    } else if lower_head && MEDIA.has(word) && !is_written(g, core, head)
        || (lower_head && bare == "agency" && core.clone().any(|i| g.folded(i) == "news"))
    {
        found.source_type = SourceType::Media;
        found.named = !names.is_empty();
        found.name = names.first().cloned();
        found.points_back = points;
    } else if !lower_head && core.len() == 2 && definite && OUTLET_WORDS.has(word) {
        // "The Post" after "The Washington Post".
        found.source_type = SourceType::Media;
        found.named = true;
        found.name = main;
    } else if is_article(g, &first) {
        // "Article VI of the NPT".
        found.source_type = SourceType::Document;
        found.named = true;
        found.law = true;
        found.name = Some(core.clone());
    } else if DOCUMENTS.has(bare) || DOCUMENTS.has(word) {
        found.source_type = SourceType::Document;
        found.named = is_titled(g, core, head, &names);
        found.law = LAWS.has(bare) || LAWS.has(word);
        found.points_back = points;
    } else if (DATA.has(word) || DATA.has(bare)) && of_paper(g, core, &first) {
        // "The results of the study" are the study.
        found.source_type = SourceType::Document;
        found.named = is_titled(g, core, head, &names);
        found.points_back = points;
    } else if DATA.has(word) || DATA.has(bare) {
        found.source_type = SourceType::Data;
        // "A Gallup poll" can be looked up.
        found.named = is_titled(g, core, head, &names) || names.iter().any(|n| n.end == head);
        found.points_back = points;
        found.poll = POLLS.has(word);
    } else if (INSTITUTIONS.has(bare) || INSTITUTIONS.has(word))
        && !is_person_name(g, main.as_ref())
    {
        let indefinite =
            matches!(
                g.folded(core.start),
                "a" | "an" | "one" | "some" | "many" | "several" | "two" | "three"
            ) || (lower_head && plural && names.is_empty() && g.tag(core.start) != Tag::Det);
        // "Two former guards" are people, "the guards" may be a body.
        let several = g.tag(core.start) == Tag::Num;
        found.source_type = if lower_head && plural && (several || !COLLECTIVES.has(word)) {
            SourceType::UnnamedGroup
        } else {
            SourceType::Institution
        };
        found.named =
            found.source_type == SourceType::Institution && (!indefinite || !names.is_empty());
        found.name = main
            .or_else(|| (!lower_head).then(|| trimmed_det(g, &first)))
            .map(|name| with_complement(g, name, core.end));
        found.points_back = points;
    } else if !lower_head && is_place(g, core, &first) {
        found.source_type = SourceType::Institution;
        found.named = true;
        found.name = Some(trimmed_det(g, &first));
    } else if lower_head && (ROLES.has(bare) || ROLES.has(word)) {
        // A bare title names nobody: "the president" is whom the story called so, or unnamed.
        if plural {
            found.source_type = SourceType::UnnamedGroup;
        }
        found.points_back |= points && !plural;
    } else if let Some((kind, name)) = main.as_ref().and_then(|n| behind_what_it_is(g, core, n)) {
        found.source_type = kind;
        found.named = true;
        found.name = Some(name);
    } else if let Some(name) = main {
        capitalised(g, core, name, &mut found);
    } else if lower_head {
        found.source_type = if plural {
            SourceType::UnnamedGroup
        } else {
            SourceType::UnnamedIndividual
        };
        found.thing = !is_agent_noun(bare) && word != "others";
    } else {
        found.source_type = if plural {
            SourceType::UnnamedGroup
        } else {
            SourceType::NamedIndividual
        };
        found.named = !plural;
        found.name = Some(trimmed_det(g, &first));
    }
    found
}

/// "One of them", "many in Iran", "others": how many, and nothing of who.
fn counted(g: &Grammar, first: &Range<usize>) -> Option<SourceType> {
    if first.len() != 1 {
        return None;
    }
    match g.folded(first.start) {
        "one" | "another" | "each" | "neither" | "someone" | "somebody" => {
            Some(SourceType::UnnamedIndividual)
        }
        "many" | "some" | "most" | "few" | "several" | "others" | "both" | "all" | "two"
        | "three" | "four" | "five" | "dozens" | "hundreds" | "thousands" | "none" => {
            Some(SourceType::UnnamedGroup)
        }
        _ => None,
    }
}

/// Whether a noun looks like somebody who does something.
fn is_agent_noun(word: &str) -> bool {
    [
        "er", "or", "ist", "ian", "man", "woman", "ee", "ant", "eer", "path", "ologist", "goer",
        "person",
    ]
    .iter()
    .any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        && !matches!(
            word,
            "weather"
                | "number"
                | "paper"
                | "order"
                | "matter"
                | "power"
                | "factor"
                | "color"
                | "error"
                | "war"
                | "water"
                | "computer"
                | "center"
                | "border"
                | "river"
                | "winter"
                | "summer"
                | "october"
                | "december"
                | "number-plate"
                | "plant"
                | "restaurant"
                | "warrant"
                | "user-name"
                | "chapter"
                | "banner"
                | "poster"
                | "counter"
                | "disaster"
                | "character"
                | "server"
                | "offer"
                | "answer"
        )
}

/// "the secularist magazine MicroMega", "the charity Oxfam": what the word before a name says it is.
fn behind_what_it_is(
    g: &Grammar,
    core: &Range<usize>,
    name: &Range<usize>,
) -> Option<(SourceType, Range<usize>)> {
    let before = name.start.checked_sub(1).filter(|b| core.contains(b))?;
    let word = g.folded(before);
    let lower = !g.words[before].capital && g.tag(before) == Tag::Noun;
    if !lower || name.end != core.end {
        return None;
    }
    if MEDIA.has(word) && singular(word) == word {
        Some((SourceType::Media, name.clone()))
    } else if INSTITUTIONS.has(word) && singular(word) == word {
        Some((SourceType::Institution, name.clone()))
    } else {
        None
    }
}

/// The phrase up to its first preposition, clause or comma.
fn first_chunk(g: &Grammar, core: &Range<usize>) -> Range<usize> {
    let end = core
        .clone()
        .skip(1)
        .find(|&i| {
            matches!(
                g.tag(i),
                Tag::Prep
                    | Tag::To
                    | Tag::Comma
                    | Tag::Rel
                    | Tag::That
                    | Tag::Conj
                    | Tag::Open
                    | Tag::Verb
                    | Tag::Ing
            )
        })
        .unwrap_or(core.end);
    core.start..end
}

fn head(g: &Grammar, chunk: &Range<usize>) -> usize {
    // In "sources familiar with the talks" the sources speak.
    let behind =
        |i: usize| i > chunk.start && KNOWLEDGE.has(g.folded(i)) && g.tag(i - 1).is_nominal();
    chunk
        .clone()
        .rev()
        .find(|&i| matches!(g.tag(i), Tag::Noun | Tag::Proper) && !behind(i))
        .unwrap_or(chunk.end.saturating_sub(1).max(chunk.start))
}

fn trimmed_det(g: &Grammar, range: &Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while start + 1 < range.end && matches!(g.tag(start), Tag::Det | Tag::Poss) {
        start += 1;
    }
    start..range.end
}

/// A noun without its plural ending, roughly.
fn singular(word: &str) -> &str {
    match word {
        "police" | "press" | "news" | "congress" | "us" | "c-span" | "series" => word,
        _ => word
            .strip_suffix('s')
            .filter(|w| w.len() > 2 && !w.ends_with('s'))
            .unwrap_or(word),
    }
}
