//! Names: where they begin and end, and whether they sound like a person's.

use std::ops::Range;

use super::lists::{
    BODIES, BODY_WORDS, INSTITUTIONS, OFFICES, OUTLET_WORDS, PLACES, ROLES, SURNAMES, TITLES,
};
use super::{Kind, head, singular};
use crate::grammar::{Grammar, Tag};
use crate::model::SourceType;
use crate::voices::recent::is_first_name;

/// "Ambassador to the United States Hamdullah Mohib", "CEO of the Refugee Council Enver Solomon".
pub(super) fn name_behind_role(
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
pub(super) fn capitalised(g: &Grammar, core: &Range<usize>, name: Range<usize>, found: &mut Kind) {
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

pub(super) fn joined_names(g: &Grammar, core: &Range<usize>) -> bool {
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

pub(super) fn is_person_name(g: &Grammar, main: Option<&Range<usize>>) -> bool {
    // "General Smith": the run's last word is no institution's.
    main.is_some_and(|m| {
        let last = g.folded(m.end - 1);
        !INSTITUTIONS.has(last) && !INSTITUTIONS.has(singular(last))
    })
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
    SURNAMES.has(name) || is_first_name(name) || ENDS.iter().any(|e| long(&e))
}

/// Whether `word` may stand before a name as a title.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.has(word.trim_end_matches('.')) || ROLES.has(word)
}

/// The runs of capitalised words in a phrase.
pub(super) fn name_runs(g: &Grammar, core: &Range<usize>) -> Vec<Range<usize>> {
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
