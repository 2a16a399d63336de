//! What kind of voice a noun phrase means, and whether a reader could look it up.

use std::ops::Range;
use std::sync::LazyLock;

use crate::grammar::{Grammar, Tag};
use crate::model::{Described, SourceType};
use crate::words::{WordSet, entries, keyed};

const VOICES: &str = include_str!("../../data/voices.txt");

static OUTLETS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::lines(include_str!("../../data/outlets.txt")));
static PLACES: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::of(entries(include_str!("../../data/places.txt")).flat_map(str::split_whitespace))
});

macro_rules! list {
    ($name:ident, $key:literal) => {
        static $name: LazyLock<WordSet> =
            LazyLock::new(|| WordSet::of(keyed(VOICES).filter(|p| p.1 == $key).map(|p| p.0)));
    };
}

list!(ROLES, "role");
list!(OFFICES, "office");
list!(INSTITUTIONS, "institution");
list!(OUTLET_WORDS, "outlet_word");
list!(MEDIA, "media");
list!(DOCUMENTS, "document");
list!(LAWS, "law");
list!(DATA, "data");
list!(POLLS, "poll");
list!(TITLES, "title");
list!(KNOWLEDGE, "knowledge");
list!(COLLECTIVES, "collective");
list!(SURNAMES, "surname");
list!(BODY_WORDS, "body_word");

static BODIES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::lines(include_str!("../../data/bodies.txt")));

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

/// "Article 51", "Rule IV", "Section 3": a part of a law.
fn is_article(g: &Grammar, first: &Range<usize>) -> bool {
    let number = |i: usize| {
        let text = g.text(&(i..i + 1));
        text.chars().all(|c| c.is_ascii_digit()) || text.chars().all(|c| "IVXLC".contains(c))
    };
    first
        .clone()
        .zip(first.clone().skip(1))
        .any(|(word, next)| {
            matches!(
                g.folded(word),
                "article"
                    | "rule"
                    | "section"
                    | "resolution"
                    | "protocol"
                    | "amendment"
                    | "clause"
                    | "paragraph"
                    | "annex"
                    | "directive"
            ) && number(next)
        })
}

/// "Ambassador to the United States Hamdullah Mohib", "CEO of the Refugee Council Enver Solomon".
fn name_behind_role(
    g: &Grammar,
    core: &Range<usize>,
    first: &Range<usize>,
    names: &[Range<usize>],
) -> Option<Range<usize>> {
    let run = names
        .last()
        .filter(|r| r.end == core.end && r.start > first.end)?;
    let role = singular(g.folded(head(g, first)));
    if !(ROLES.has(role) || OFFICES.has(role)) {
        return None;
    }
    let body = |i: usize| {
        let word = g.folded(i);
        INSTITUTIONS.has(word)
            || PLACES.has(word)
            || OUTLET_WORDS.has(word)
            || matches!(
                word,
                "states" | "kingdom" | "nations" | "korea" | "zealand" | "arabia" | "affairs"
            )
    };
    let start = run
        .clone()
        .rev()
        .find(|&i| body(i))
        .map_or(run.start, |i| i + 1);
    ((2..=3).contains(&(run.end - start)) && start > run.start).then_some(start..run.end)
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

/// Whether a document or table of figures can be looked up: a name stands in its phrase ("the Chilcot
/// report", "the constitution of Ukraine"), and it is not just one of many ("an Internet posting").
fn is_titled(g: &Grammar, core: &Range<usize>, head: usize, names: &[Range<usize>]) -> bool {
    let definite = matches!(
        g.tag(core.start),
        Tag::Det | Tag::Poss | Tag::PossS | Tag::Proper
    ) && !matches!(
        g.folded(core.start),
        "a" | "an" | "one" | "some" | "many" | "several" | "another" | "any"
    );
    let own = |name: &&Range<usize>| **name != (head..head + 1);
    definite && names.iter().any(|n| own(&n))
}

/// "A policy paper" is no newspaper.
fn is_written(g: &Grammar, core: &Range<usize>, head: usize) -> bool {
    g.folded(head) == "paper"
        && head > core.start
        && matches!(
            g.folded(head - 1),
            "policy"
                | "white"
                | "green"
                | "research"
                | "working"
                | "position"
                | "discussion"
                | "briefing"
                | "scientific"
                | "academic"
        )
}

/// Whether "of the … study" or "of the … report" stands behind the first part of a phrase.
fn of_paper(g: &Grammar, core: &Range<usize>, first: &Range<usize>) -> bool {
    g.folded(first.end) == "of"
        && first.end < core.end
        && matches!(
            singular(g.folded(core.end - 1)),
            "study"
                | "report"
                | "paper"
                | "inquiry"
                | "investigation"
                | "review"
                | "research"
                | "audit"
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

/// "Church" with its "of Scientology": a body's name with what belongs to it.
pub(crate) fn with_complement(g: &Grammar, mut name: Range<usize>, end: usize) -> Range<usize> {
    if !g.words[name.end - 1].capital {
        return name;
    }
    while name.end + 1 < end {
        let joins = match g.folded(name.end) {
            "of" | "for" => true,
            "and" => name.len() > 2,
            _ => false,
        };
        let mut next = name.end + 1;
        if g.folded(next) == "the" {
            next += 1;
        }
        if !joins || next >= end || !g.words[next].capital {
            break;
        }
        while next < end && g.words[next].capital {
            next += 1;
        }
        name.end = next;
    }
    name
}

/// A phrase whose head is a name.
fn capitalised(g: &Grammar, core: &Range<usize>, name: Range<usize>, found: &mut Kind) {
    let text = g.text(&name);
    let acronym =
        name.len() == 1 && text.len() >= 2 && text.len() <= 7 && text == text.to_uppercase();
    let body = BODIES.has(text.to_lowercase().as_str())
        || (name.len() >= 2 && BODY_WORDS.has(g.folded(name.end - 1)))
        || (name.len() >= 2 && BODY_WORDS.has(g.folded(name.start)));
    let indefinite = matches!(
        g.folded(core.start),
        "a" | "an" | "some" | "many" | "several" | "most"
    );
    let last = g.folded(name.end - 1);
    let plural =
        last.ends_with('s') && (ROLES.has(singular(last)) || (indefinite && name.len() == 1));
    let the = g.folded(core.start) == "the";
    let bare_name = without_titles(g, &name);
    let people = name.len() == 1 && !the && !acronym;
    if plural {
        found.source_type = SourceType::UnnamedGroup;
    } else if acronym
        || body
        || (the
            && core.len() == name.len() + 1
            && bare_name.len() == name.len()
            && !TITLES.has(last))
    {
        found.source_type = SourceType::Institution;
        found.named = true;
        found.name = Some(name);
    } else if ROLES.has(last) && (indefinite || bare_name.is_empty()) {
        found.source_type = if indefinite {
            SourceType::UnnamedIndividual
        } else {
            SourceType::NamedIndividual
        };
        found.named = !indefinite;
        found.name = (!indefinite).then_some(name);
        found.title_only = !indefinite;
    } else if core.clone().any(|i| g.tag(i) == Tag::Conj) && !people && joined_names(g, core) {
        found.source_type = SourceType::NamedGroup;
        found.named = true;
        found.name = Some(core.clone());
    } else {
        found.source_type = SourceType::NamedIndividual;
        found.named = true;
        found.lone = bare_name.len() == 1 && name.len() == 1 && core.len() == 1;
        found.name = Some(if bare_name.is_empty() {
            name
        } else {
            bare_name
        });
    }
}

/// "Libya and Switzerland", "the United States, China, Russia, and Israel", "Jane Doe and Ann Poe": several
/// that each could be looked up.
fn is_list(g: &Grammar, core: &Range<usize>) -> bool {
    let joins = |at: usize| g.tag(at) == Tag::Conj && g.folded(at) != "&";
    if !core.clone().any(joins) {
        return false;
    }
    let mut items = Vec::new();
    let mut start = core.start;
    for at in core.clone().chain([core.end]) {
        let mark = at < core.end && matches!(g.tag(at), Tag::Comma | Tag::Conj);
        if mark || at == core.end {
            if start < at {
                items.push(start..at);
            }
            start = at + 1;
        }
    }
    let known = |item: &Range<usize>| {
        let name = trimmed_det(g, item);
        let text = g.text(&name);
        let acronym = name.len() == 1 && text.len() > 1 && text == text.to_uppercase();
        let capital = name.clone().all(|i| g.words[i].capital);
        capital
            && (is_place(g, item, item)
                || acronym
                || OUTLETS.has(text.to_lowercase().as_str())
                || (name.len() >= 2 && super::recent::is_first_name(g.folded(name.start)))
                || (name.len() == 1 && SURNAMES.has(g.folded(name.start))))
    };
    items.len() >= 2 && items.iter().all(known)
}

fn joined_names(g: &Grammar, core: &Range<usize>) -> bool {
    core.clone().any(|i| {
        g.tag(i) == Tag::Conj
            && i > core.start
            && i + 1 < core.end
            && g.words[i - 1].capital
            && g.words[i + 1].capital
    })
}

/// A voice's name without titles before it: "Prime Minister Boris Johnson" is "Boris Johnson".
pub(crate) fn without_titles(g: &Grammar, name: &Range<usize>) -> Range<usize> {
    let title = |at: usize| {
        let word = g.folded(at).trim_end_matches('.');
        // "Writer Jane Doe", but "Baker" may be a name where nothing but a surname follows.
        let role = ROLES.has(word) && at + 2 < name.end;
        let part = |p: &str| TITLES.has(p);
        TITLES.has(word) || role || (word.contains('-') && word.split('-').all(part))
    };
    let mut start = name.start;
    for at in name.clone() {
        if title(at) && at + 1 < name.end {
            start = at + 1;
            if g.folded(start) == "." && start + 1 < name.end {
                start += 1;
            }
        }
    }
    start..name.end
}

fn is_person_name(g: &Grammar, main: Option<&Range<usize>>) -> bool {
    // "General Smith": the run's last word is no institution's.
    main.is_some_and(|m| {
        let last = g.folded(m.end - 1);
        !INSTITUTIONS.has(last) && !INSTITUTIONS.has(singular(last))
    })
}

fn is_place(g: &Grammar, core: &Range<usize>, first: &Range<usize>) -> bool {
    let name = trimmed_det(g, first);
    let only = name.len() <= 2 && name.end == core.end;
    only && (PLACES.has(g.folded(name.end - 1)))
        && (name.len() == 1
            || matches!(
                g.folded(name.start),
                "north" | "south" | "new" | "saudi" | "united" | "east" | "west"
            ))
        || matches!(
            g.text(&name).to_lowercase().as_str(),
            "united states"
                | "united kingdom"
                | "united nations"
                | "european union"
                | "saudi arabia"
                | "south africa"
                | "new zealand"
                | "white house"
                | "west bank"
                | "vatican"
                | "holy see"
                | "downing street"
                | "capitol hill"
                | "wall street"
                | "north korea"
                | "south korea"
        )
}

/// Whether a phrase holds a word for a body or a place: no outlet's name is made of such.
pub(crate) fn is_body(g: &Grammar, core: &Range<usize>) -> bool {
    core.clone().any(|i| {
        let word = g.folded(i);
        INSTITUTIONS.has(word) || PLACES.has(word)
    })
}

/// Whether the name is an outlet's.
pub(crate) fn is_outlet(g: &Grammar, name: &Range<usize>) -> bool {
    let text = g.text(name).to_lowercase();
    let text = text.strip_prefix("the ").unwrap_or(&text);
    if OUTLETS.has(text) {
        return name.len() > 1 || g.text(name).len() > 1;
    }
    if name.len() == 1 && is_site(text) {
        return true;
    }
    name.len() >= 2
        && OUTLET_WORDS.has(g.folded(name.end - 1))
        && !TITLES.has(g.folded(name.start).trim_end_matches('.'))
        && g.words[name.end - 1].capital
        && !matches!(g.folded(name.end - 1), "post" | "independent" | "press" | "sun" | "globe" if name.len() > 4)
}

/// "Gawker.com", "pravda.ru".
fn is_site(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "com", "org", "net", "info", "ru", "ua", "uk", "de", "fr", "io",
    ];
    name.rsplit_once('.')
        .is_some_and(|(site, end)| site.len() > 2 && ENDS.contains(&end))
}

/// Whether a lone name is likely a person's: a known surname or first name, or one that ends as
/// surnames do.
pub(crate) fn sounds_like_a_person(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "enko", "skyy", "skiy", "sky", "ski", "ska", "ova", "eva", "ovic", "ević", "ović", "evic",
        "vich", "sson", "ssen", "berg", "stein", "ez", "shvili", "dze", "yan", "oğlu", "oglu",
        "zadeh", "ullah", "uddin",
    ];
    let name = name.trim_end_matches('.');
    let long = |end: &&&str| name.len() > end.len() + 2 && name.ends_with(**end);
    SURNAMES.has(name) || super::recent::is_first_name(name) || ENDS.iter().any(|e| long(&e))
}

/// Whether `word` may stand before a name as a title.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.has(word.trim_end_matches('.')) || ROLES.has(word)
}

/// How an unnamed voice is described.
pub(crate) fn described(g: &Grammar, whole: &Range<usize>) -> Described {
    let first = first_chunk(g, whole);
    let head = singular(g.folded(head(g, &first)));
    let role = !matches!(
        head,
        "source" | "insider" | "people" | "person" | "individual" | "other" | "someone" | "they"
    );
    let knowledge = whole.clone().any(|i| KNOWLEDGE.has(g.folded(i)));
    let agency = whole.clone().any(|i| {
        (g.tag(i) == Tag::Proper && !is_demonym(g.folded(i)))
            || (INSTITUTIONS.has(g.folded(i)) && singular(g.folded(i)) != head)
    });
    match (role, agency, knowledge) {
        (_, true, true) => Described::RoleAgencyKnowledge,
        (_, true, false) => Described::RoleAgency,
        (true, false, _) => Described::Role,
        (false, false, true) => Described::Role,
        (false, false, false) => {
            // "a senior source" says something; "sources" nothing.
            if first
                .clone()
                .any(|i| g.tag(i) == Tag::Noun && singular(g.folded(i)) != head)
            {
                Described::Role
            } else {
                Described::None
            }
        }
    }
}

/// "Ukrainian", "British": where somebody is from, not whom for.
fn is_demonym(word: &str) -> bool {
    word.len() > 4
        && ["ian", "ean", "ish", "ese", "can", "aeli", "aqi", "man"]
            .iter()
            .any(|end| word.ends_with(end))
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

/// The runs of capitalised words in a phrase.
fn name_runs(g: &Grammar, core: &Range<usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in core.clone() {
        let capital = g.words[at].capital && matches!(g.tag(at), Tag::Proper | Tag::Noun);
        let joins = matches!(
            g.folded(at),
            "of" | "and" | "&" | "." | "-" | "de" | "for" | "al" | "bin" | "von" | "van"
        ) && runs.last().is_some_and(|r| r.end == at)
            && at + 1 < core.end
            && g.words[at + 1].capital
            && matches!(
                g.folded(at),
                "&" | "." | "-" | "de" | "al" | "bin" | "von" | "van"
            );
        if !(capital || joins) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ if capital => runs.push(at..at + 1),
            _ => {}
        }
    }
    runs
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
