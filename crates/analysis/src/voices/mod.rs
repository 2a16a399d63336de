//! Who the voices are, how they reached the page, and what else is to be said of each attribution.

mod book;
mod class;
mod kind;
mod recent;
#[cfg(test)]
mod tests;
mod titles;
mod via;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(crate) use class::{known_class, takes_clause};
pub(crate) use kind::{Kind, kind};

use crate::attribution::{Candidate, Frame};
use crate::convention::edges;
use crate::grammar::{Grammar, Tag};
use crate::model::{
    Analysis, Anonymity, Attribution, Class, Convention, Link, SourceType, Tier, ViaBasis,
};
use book::Book;

/// For how many sentences what a voice says is taken to have been told to the outlet named first.
const TOLD_REACH: usize = 5;

/// Fills `analysis` with the attributions found and the voices they have. Linear in the candidates.
pub(crate) fn describe(
    g: &Grammar,
    found: &[Candidate],
    convention: Convention,
    analysis: &mut Analysis,
) -> via::Blanket {
    let mut book = Book::new(g);
    let parents = if convention == Convention::Sourcelight {
        parents(found)
    } else {
        vec![None; found.len()]
    };
    let mut kinds: Vec<Option<Kind>> = Vec::with_capacity(found.len());
    let mut entities: Vec<Option<usize>> = vec![None; found.len()];
    let mut carriers: Vec<Option<usize>> = vec![None; found.len()];
    for c in found {
        kinds.push(c.source.as_ref().map(|s| {
            let mut found = kind::kind(g, &named_part(g, s));
            book.settle(g, &mut found);
            found
        }));
    }
    carry(g, found, &mut kinds);
    // In text order of the words, so that "he" and "the publication" find who was named before.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&i| {
        found[i]
            .source
            .as_ref()
            .map_or(found[i].head, |s| s.core.start)
    });
    for &i in &order {
        let c = &found[i];
        if let (Some(source), Some(kind)) = (&c.source, &kinds[i])
            && !first_person(g, &source.core)
        {
            let part = named_part(g, source);
            let entity = book.voice(g, &part, kind);
            for place in apposed(g, source, &part) {
                book.mention(entity, g.span(&place));
            }
            entities[i] = Some(entity);
        }
        carriers[i] = via::explicit(g, c, &mut book);
    }
    // "I" is whoever is quoted.
    for &i in &order {
        let c = &found[i];
        let (Some(source), Some(kind), None) = (&c.source, &kinds[i], entities[i]) else {
            continue;
        };
        let speaker = quoting(g, found, &parents, &entities, &book, i);
        entities[i] = Some(match speaker {
            Some(entity) => {
                book.mention(entity, g.span(&source.core));
                entity
            }
            None => book.voice(g, &source.core, kind),
        });
    }
    let blanket = via::blanket(g, found, &entities);
    let reasons = reasons_given(g);
    let mut seen_by: BTreeMap<usize, usize> = BTreeMap::new();
    let mut told: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut chains: Vec<Vec<Link>> = Vec::with_capacity(found.len());
    for (i, c) in found.iter().enumerate() {
        let cited = citing(found, i).and_then(|m| entities[m]);
        let explicit = carriers[i].or(cited);
        let mut chain = via::chain(&blanket, entities[i], explicit);
        // A letter that a paper has seen is known from that paper for the rest of the story.
        if let Some(document) = entities[i].filter(|e| is_document(&book, *e)) {
            match explicit {
                Some(carrier) if via::is_seen(g, c) => {
                    seen_by.insert(document, carrier);
                }
                Some(_) => {}
                None => chain.extend(
                    seen_by
                        .get(&document)
                        .filter(|c| chain.iter().all(|l| l.entity != **c))
                        .map(|&entity| Link {
                            entity,
                            basis: ViaBasis::Inherited,
                        }),
                ),
            }
        }
        // Who told an outlet something goes on telling it: "Smith told Reuters … he added".
        if let Some(voice) = entities[i].filter(|e| book.speaks(*e)) {
            match explicit.filter(|c| book.source_type(*c) == SourceType::Media) {
                Some(carrier) => {
                    told.insert(voice, (carrier, c.sentence));
                }
                None => {
                    let near = |t: &&(usize, usize)| c.sentence - t.1.min(c.sentence) <= TOLD_REACH;
                    if let Some((carrier, _)) = told.get(&voice).filter(near)
                        && parents[i].is_none()
                        && chain.iter().all(|l| l.entity != *carrier)
                    {
                        chain.push(Link {
                            entity: *carrier,
                            basis: ViaBasis::Inherited,
                        });
                    }
                }
            }
        }
        if c.frame == Frame::Dash && c.sentence == 0 {
            chain.retain(|l| Some(l.entity) != entities[i]);
        }
        chains.push(chain);
    }
    let chains = through_speakers(&chains, &parents, &entities);
    for (i, c) in found.iter().enumerate() {
        let edges = edges(g, c, convention);
        let kind = kinds[i].as_ref();
        let class = class::class(c, kind);
        let source_type = match entities[i] {
            Some(entity) => book.source_type(entity),
            None => SourceType::Unstated,
        };
        let named = entities[i].is_some_and(|e| book.named.get(e).copied().unwrap_or(false));
        let unnamed = matches!(
            source_type,
            SourceType::UnnamedIndividual | SourceType::UnnamedGroup
        );
        let mut tier = class::tier(c, class, kind);
        if convention == Convention::Polnear && tier == Tier::Document {
            tier = Tier::Extended;
        }
        analysis.attributions.push(Attribution {
            source: edges.source,
            cue: edges.cue,
            content: edges.content,
            tier,
            class: if tier == Tier::Document {
                Class::Rule
            } else {
                class
            },
            quote: class::quote(g, c),
            source_type,
            named,
            channel: class::channel(g, c, kind, carriers[i].is_some() && c.hearer.is_some()),
            anonymity: c.source.as_ref().filter(|_| unnamed).map(|s| Anonymity {
                described: kind::described(g, &s.whole),
                reason_given: reasons.get(c.sentence).copied().unwrap_or(false),
            }),
            entity: entities[i],
            via: chains[i].clone(),
            parent: parents[i],
            confidence: c.confidence,
            why: class::why(g, c, class),
        });
    }
    book.find_mentions(g);
    analysis.entities = book.entities;
    blanket
}

/// What a frame tells of an outlet that no list knows: "…, as Xyz reported, citing two officials", "This was
/// reported by Xyz", "… - Xyz". Only what would else be a person without a title is made an outlet.
fn carry(g: &Grammar, found: &[Candidate], kinds: &mut [Option<Kind>]) {
    let citers: BTreeSet<usize> = (0..found.len())
        .filter_map(|at| citing(found, at))
        .collect();
    for (index, c) in found.iter().enumerate() {
        let cites = || {
            matches!(c.lemma.as_str(), "report" | "write" | "say" | "announce")
                && c.frame != Frame::Citing
                && citers.contains(&index)
        };
        let carries = (c.frame == Frame::Dash && c.sentence == 0)
            || (c.frame == Frame::Passive && c.lemma == "report" && via::is_blanket(g, c))
            || cites();
        if !carries {
            continue;
        }
        if let (Some(kind), Some(source)) = (&mut kinds[index], &c.source)
            && matches!(
                kind.source_type,
                SourceType::NamedIndividual | SourceType::Institution
            )
            && kind.name.as_ref().is_some_and(|n| {
                n.len() == source.core.len() && !kind::sounds_like_a_person(g.folded(n.start))
            })
            && !kind::is_body(g, &source.core)
        {
            kind.source_type = SourceType::Media;
        }
    }
}

/// The part of a source that says who it is: in "a spokesman, John Smith," the name.
pub(crate) fn named_part(g: &Grammar, source: &crate::grammar::Phrase) -> Range<usize> {
    let core = source.core.clone();
    let names = |r: &Range<usize>| r.clone().any(|i| g.tag(i) == Tag::Proper);
    let bare = |k: &Kind| k.title_only || k.source_type == SourceType::UnnamedIndividual;
    let person = |r: &Range<usize>| {
        let found = kind::kind(g, r);
        found.source_type == SourceType::NamedIndividual
            && found.name.is_some()
            && !found.title_only
    };
    if !person(&core) && source.whole.end > core.end + 1 && g.tag(core.end) == Tag::Comma {
        let start = core.end + 1;
        let end = (start..source.whole.end)
            .find(|&i| g.tag(i) == Tag::Comma)
            .unwrap_or(source.whole.end);
        let apposed = start..end;
        if g.tag(start) == Tag::Proper
            && names(&apposed)
            && apposed.len() <= 4
            && person(&apposed)
            && bare(&kind::kind(g, &core))
        {
            return apposed;
        }
    }
    core
}

/// The shortest words that identify a person: the name without titles; else the phrase.
pub(crate) fn shortest(g: &Grammar, source: &crate::grammar::Phrase) -> Range<usize> {
    let part = named_part(g, source);
    let found = kind::kind(g, &part);
    match found.name {
        Some(name) if found.source_type == SourceType::NamedIndividual && name.end <= part.end => {
            name
        }
        _ => part,
    }
}

fn is_document(book: &Book, entity: usize) -> bool {
    book.source_type(entity) == SourceType::Document
}

/// What stands inside reported words comes through their speaker and by the speaker's chain.
fn through_speakers(
    chains: &[Vec<Link>],
    parents: &[Option<usize>],
    entities: &[Option<usize>],
) -> Vec<Vec<Link>> {
    let mut through = Vec::with_capacity(chains.len());
    for (own, chain) in chains.iter().enumerate() {
        // From the innermost to the outermost; deeper than this no sentence goes.
        let mut speakers = Vec::new();
        let mut at = own;
        while let Some(parent) = parents[at].filter(|_| speakers.len() < 6) {
            speakers.push(entities[parent]);
            at = parent;
        }
        let mut links = match speakers.is_empty() {
            true => chain.clone(),
            false => chains[at].clone(),
        };
        for speaker in speakers.into_iter().rev().flatten() {
            if Some(speaker) != entities[own] && links.iter().all(|l| l.entity != speaker) {
                links.push(Link {
                    entity: speaker,
                    basis: ViaBasis::Explicit,
                });
            }
        }
        through.push(links);
    }
    through
}

/// The other places of a source that mean the voice itself: "Jane Doe, *head of the union*, said".
fn apposed(g: &Grammar, source: &crate::grammar::Phrase, part: &Range<usize>) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    if part.start != source.core.start {
        places.push(source.core.clone());
    }
    let mut at = source.core.end;
    while at + 1 < source.whole.end && g.tag(at) == Tag::Comma {
        let end = (at + 1..source.whole.end)
            .find(|&i| g.tag(i) == Tag::Comma)
            .unwrap_or(source.whole.end);
        let place = at + 1..end;
        let noun = g.tag(place.start).opens_phrase() && g.tag(place.start) != Tag::Pron;
        if noun && place != *part && !g.has_finite_verb(place.clone()) {
            places.push(place);
        }
        at = end;
    }
    places
}

/// The voice that speaks the words in which candidate `at` says "I" or "we".
fn quoting(
    g: &Grammar,
    found: &[Candidate],
    parents: &[Option<usize>],
    entities: &[Option<usize>],
    book: &Book,
    at: usize,
) -> Option<usize> {
    // A group does not say "I".
    let alone = found[at].source.as_ref().is_some_and(|s| {
        !matches!(
            g.folded(s.core.start),
            "we" | "us" | "our" | "we're" | "we've"
        )
    });
    let speaks = |entity: Option<usize>| {
        entity.is_some_and(|e| {
            let kind = book.source_type(e);
            !alone
                || matches!(
                    kind,
                    SourceType::NamedIndividual | SourceType::UnnamedIndividual
                )
        })
    };
    let mut up = parents[at];
    for _ in 0..4 {
        let Some(parent) = up else { break };
        if speaks(entities[parent]) {
            return entities[parent];
        }
        up = parents[parent];
    }
    // Words quoted without a cue beside them: the voice of the paragraph that is nearest.
    let block = |i: usize| g.reading.sentences[found[i].sentence].block;
    let from = at.saturating_sub(24);
    let to = (at + 24).min(found.len());
    g.quotation(found[at].head)?;
    (from..to)
        .filter(|&i| i != at && block(i) == block(at) && g.quotation(found[i].head).is_none())
        .filter(|&i| speaks(entities[i]))
        .min_by_key(|&i| (found[i].sentence.abs_diff(found[at].sentence), i))
        .and_then(|i| entities[i])
}

fn first_person(g: &Grammar, core: &Range<usize>) -> bool {
    core.len() == 1
        && matches!(
            g.folded(core.start),
            "i" | "we" | "my" | "our" | "me" | "us" | "i'm" | "we're" | "i've" | "we've"
        )
}

/// For each candidate the smallest other one whose content holds its cue.
fn parents(found: &[Candidate]) -> Vec<Option<usize>> {
    let mut parents = vec![None; found.len()];
    for (i, c) in found.iter().enumerate() {
        let near = found[..i].iter().enumerate().rev().take(48).chain(
            found[i + 1..]
                .iter()
                .enumerate()
                .map(|(k, o)| (i + 1 + k, o))
                .take(24),
        );
        parents[i] = near
            .filter(|(_, o)| o.holds(c.head) && !c.holds(o.head) && o.frame != Frame::Citing)
            .min_by_key(|(_, o)| o.content_range().map_or(usize::MAX, |r| r.len()))
            .map(|(k, _)| k);
    }
    parents
}

/// For "…, citing Y", the candidate whose speaker does the citing.
fn citing(found: &[Candidate], at: usize) -> Option<usize> {
    let c = &found[at];
    if c.frame != Frame::Citing {
        return None;
    }
    (0..at)
        .rev()
        .take(6)
        .find(|&i| found[i].sentence == c.sentence && found[i].content == c.content)
}

/// For each sentence, whether it or a neighbour says why a voice is not named.
fn reasons_given(g: &Grammar) -> Vec<bool> {
    const UNNAMED: &[&str] = &[
        "anonym",
        "not to be named",
        "not be named",
        "not to be identified",
        "not authorized",
        "not authorised",
        "withheld",
    ];
    const REASONS: &[&str] = &[
        "because",
        "not authorized",
        "not authorised",
        "to discuss",
        "to speak",
        "for fear",
        "fear of",
        "citing",
        "due to",
        "to avoid",
        "to protect",
    ];
    let said: Vec<bool> = g
        .reading
        .sentences
        .iter()
        .map(|s| {
            let text = s.span.of(g.reading.text()).to_lowercase();
            let any = |words: &[&str]| words.iter().any(|w| text.contains(w));
            any(UNNAMED) && any(REASONS)
        })
        .collect();
    (0..said.len())
        .map(|i| said[i.saturating_sub(1)..(i + 2).min(said.len())].contains(&true))
        .collect()
}
