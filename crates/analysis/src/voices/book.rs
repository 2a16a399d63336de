//! Who is who: mentions joined by name, surname, acronym and clear reference. Two unnamed voices are
//! never joined; that they may be the same is offered.

use std::collections::BTreeMap;
use std::ops::Range;

use sourcelight_text::Span;

use super::kind::{Kind, kind, sounds_like_a_person, without_titles};
use super::recent::{Gender, Recent};
use super::titles::Titles;
use crate::grammar::{Grammar, Tag};
use crate::model::{Entity, SourceType};
use crate::words::folded;

/// How many voices back "the ministry" is looked for.
const FAR: usize = 64;

/// How many sentences "he" reaches back to somebody who has not spoken.
const SUBJECT_REACH: usize = 2;

/// A person that a sentence begins with.
#[derive(Clone, Debug)]
struct Subject {
    sentence: usize,
    name: Range<usize>,
    titled: bool,
    gender: Option<Gender>,
}

/// The voices of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    /// The voices.
    pub(crate) entities: Vec<Entity>,
    /// Whether each can be looked up.
    pub(crate) named: Vec<bool>,
    /// Names in lower case, without "the", and whom they mean.
    keys: BTreeMap<String, usize>,
    /// Surnames, and the full names of the article that end in them; empty where several do.
    full: BTreeMap<String, Option<Range<usize>>>,
    /// The people that sentences begin with, in text order.
    subjects: Vec<Subject>,
    /// Who bears which title.
    titles: Titles,
    /// The names each voice was met by, articles included.
    names: Vec<Vec<Range<usize>>>,
    /// Acronyms that a name of the article explains, and that name's tokens.
    explained: BTreeMap<String, Range<usize>>,
    /// Voices by the place of their phrase, so that one phrase is one voice.
    places: BTreeMap<usize, usize>,
    /// The voices met last.
    recent: Recent,
}

impl Book {
    /// An empty book that knows the full names in the article. Linear in its tokens.
    pub(crate) fn new(g: &Grammar) -> Self {
        let mut book = Self::default();
        let mut at = 0;
        while at < g.words.len() {
            if g.tag(at) != Tag::Proper && !(g.words[at].capital && g.tag(at) == Tag::Noun) {
                at += 1;
                continue;
            }
            let start = at;
            at += 1;
            while at < g.words.len()
                && g.words[at].capital
                && matches!(g.tag(at), Tag::Proper | Tag::Noun)
            {
                at += 1;
            }
            book.explain(g, start..at);
            let name = without_titles(g, &(start..at));
            book.titles.add(g, &(start..at), &name);
            book.begins(g, &(start..at), &name);
            if (2..=4).contains(&name.len()) {
                let surname = g.folded(name.end - 1).to_owned();
                book.full
                    .entry(surname)
                    .and_modify(|f| {
                        let same = |f: &Range<usize>| folded(g.text(f)) == folded(g.text(&name));
                        if f.as_ref().is_some_and(|f| !same(f)) {
                            *f = None;
                        }
                    })
                    .or_insert(Some(name));
            }
        }
        book
    }

    /// Remembers `name` in the run of capitals `run` if it is a person's and its sentence begins with it.
    fn begins(&mut self, g: &Grammar, run: &Range<usize>, name: &Range<usize>) {
        let sentences = &g.reading.sentences;
        let sentence = sentences.partition_point(|s| s.tokens.end <= run.start);
        let starts = sentences
            .get(sentence)
            .is_some_and(|s| run.start <= s.tokens.start + 1);
        let titled = name.start > run.start;
        if starts
            && ((2..=4).contains(&name.len()) || titled)
            && g.quotation(run.start).is_none()
            && kind(g, run).source_type == SourceType::NamedIndividual
        {
            self.subjects.push(Subject {
                sentence,
                name: name.clone(),
                titled,
                gender: run
                    .clone()
                    .find_map(|i| Gender::of(g.folded(i)))
                    .or_else(|| Gender::of_name(g.folded(name.start))),
            });
        }
    }

    /// Remembers the acronyms that the name `run` explains.
    fn explain(&mut self, g: &Grammar, run: Range<usize>) {
        if run.len() < 2
            || !matches!(
                kind(g, &run).source_type,
                SourceType::Media | SourceType::Institution
            )
        {
            return;
        }
        let initials: String = run
            .clone()
            .filter_map(|i| g.folded(i).chars().next())
            .collect();
        let in_brackets = g.tag(run.end) == Tag::Open && g.tag(run.end + 2) == Tag::Close;
        if in_brackets && g.words[run.end + 1].capital {
            self.explained
                .entry(g.folded(run.end + 1).to_owned())
                .or_insert(run.clone());
        }
        if initials.chars().count() == run.len() {
            self.explained.entry(initials).or_insert(run);
        }
    }

    /// The voice that the phrase `core` means, of kind `found`; it becomes the last of its kind.
    pub(crate) fn voice(&mut self, g: &Grammar, core: &Range<usize>, found: &Kind) -> usize {
        if let Some(entity) = self.places.get(&core.start) {
            return *entity;
        }
        let sentence = g
            .reading
            .sentences
            .partition_point(|s| s.tokens.end <= core.start);
        let full = found
            .name
            .as_ref()
            .and_then(|n| {
                self.explained
                    .get(g.folded(n.start))
                    .filter(|_| n.len() == 1)
            })
            .cloned()
            .or_else(|| titled(found).then(|| self.titles.bearer(g, core)).flatten())
            .or_else(|| self.turned_to(g, core, found, sentence));
        let entity = match full {
            // "WP" is whatever "The Washington Post" is, "the minister" who was called so.
            Some(full) => {
                let found = kind(g, &full);
                self.known(g, &full, &found, sentence)
                    .unwrap_or_else(|| self.add(g, &full, &found))
            }
            None => self
                .known(g, core, found, sentence)
                .unwrap_or_else(|| self.add(g, core, found)),
        };
        self.places.insert(core.start, entity);
        self.mention(entity, g.span(core));
        if let (Some(name), Some(names)) = (&found.name, self.names.get_mut(entity)) {
            names.push(with_article(g, name, found.source_type));
        }
        for word in core.clone().map(|i| g.folded(i)) {
            if let Some(gender) = Gender::of(word) {
                self.recent.is(entity, gender);
            }
        }
        if self.source_type(entity) == SourceType::NamedIndividual {
            let first = self
                .names
                .get(entity)
                .and_then(|n| fullest(g, &n[..n.len().min(4)]));
            let first = first.and_then(|n| n.split(' ').next()).map(folded);
            if let Some(gender) = first.and_then(|f| Gender::of_name(&f)) {
                self.recent.is(entity, gender);
            }
        }
        if matches!(found.source_type, SourceType::Document | SourceType::Data) {
            // "A leaked letter … the Home Office letter": now it can be looked up.
            if let Some(named) = self.named.get_mut(entity) {
                *named |= found.named;
            }
            self.recent.called(noun(g, core), entity);
        }
        self.recent.met(entity, self.source_type(entity), sentence);
        entity
    }

    /// A lone name that no full name of the story explains and that does not sound like a person's is a
    /// body's: "Gazprom said".
    pub(crate) fn settle(&self, g: &Grammar, found: &mut Kind) {
        let Some(name) = found.name.as_ref().filter(|_| found.lone) else {
            return;
        };
        let word = g.folded(name.start);
        if !self.full.contains_key(word)
            && !sounds_like_a_person(word)
            && !self.titles.names(g, word)
        {
            found.source_type = SourceType::Institution;
        }
    }

    /// Adds a place that means `entity`.
    pub(crate) fn mention(&mut self, entity: usize, span: Span) {
        if let Some(voice) = self.entities.get_mut(entity) {
            voice.mentions.push(span);
        }
    }

    /// What kind of voice an entity is.
    pub(crate) fn source_type(&self, entity: usize) -> SourceType {
        self.entities
            .get(entity)
            .map_or(SourceType::Unstated, |e| e.source_type)
    }

    /// Whether an entity is a person or several, who tell others something.
    pub(crate) fn speaks(&self, entity: usize) -> bool {
        matches!(
            self.source_type(entity),
            SourceType::NamedIndividual
                | SourceType::UnnamedIndividual
                | SourceType::NamedGroup
                | SourceType::UnnamedGroup
        )
    }

    /// For "he" and "she", the person a sentence before began with, where that is no voice so far and
    /// no voice is near, or where a title shows that it is a person.
    fn turned_to(
        &self,
        g: &Grammar,
        core: &Range<usize>,
        found: &Kind,
        sentence: usize,
    ) -> Option<Range<usize>> {
        if !found.points_back || core.len() != 1 {
            return None;
        }
        let gender = Gender::of(g.folded(core.start))?;
        let voice = self.recent.person(gender, sentence);
        let before = self.subjects.partition_point(|s| s.name.end <= core.start);
        let subject = self.subjects.get(before.checked_sub(1)?)?;
        let near = sentence.saturating_sub(subject.sentence) <= SUBJECT_REACH;
        let since = voice.is_none_or(|v| {
            subject.titled && self.recent.sentence(v).is_none_or(|s| s < subject.sentence)
        });
        (near && since && subject.gender.is_none_or(|s| s == gender)).then(|| subject.name.clone())
    }

    fn known(
        &self,
        g: &Grammar,
        core: &Range<usize>,
        found: &Kind,
        sentence: usize,
    ) -> Option<usize> {
        if let Some(name) = &found.name {
            return self
                .by_name(g, name, found.source_type)
                .or_else(|| self.body_called(g, name, found));
        }
        if found.source_type == SourceType::Document && definite(g, core) {
            return self.recent.paper(noun(g, core));
        }
        if !found.points_back {
            return None;
        }
        let word = g.folded(core.start);
        match word {
            "it" | "its" => self.recent.body(sentence),
            "they" | "them" | "their" => self.recent.group(sentence, |body| {
                self.source_type(body) == SourceType::Institution
            }),
            _ if core.len() == 1 => self.recent.person(Gender::of(word)?, sentence),
            _ => match found.source_type {
                SourceType::Media => self.recent.outlet(),
                SourceType::Data => self.recent.paper(noun(g, core)),
                SourceType::Institution => self.body_called(g, core, found),
                _ => None,
            },
        }
    }

    /// "The ministry", "the Court": the last body with that word in its name.
    fn body_called(&self, g: &Grammar, core: &Range<usize>, found: &Kind) -> Option<usize> {
        let word = g.folded(core.end - 1);
        if found.source_type != SourceType::Institution
            || (core.len() > 1 && !found.points_back)
            || g.words[core.end - 1].folded.len() < 4
        {
            return None;
        }
        (0..self.entities.len()).rev().take(FAR).find(|&e| {
            self.source_type(e) == SourceType::Institution
                && self.names[e].iter().take(4).any(|name| {
                    name.len() > 1
                        && name
                            .clone()
                            .any(|i| g.words[i].capital && g.folded(i) == word)
                })
        })
    }

    /// The voice with this name, surname or acronym.
    fn by_name(&self, g: &Grammar, name: &Range<usize>, kind: SourceType) -> Option<usize> {
        let key = key(g.text(name));
        if let Some(found) = self.keys.get(&key) {
            return Some(*found);
        }
        // "Paris" after "Valeska Paris" is no town.
        if kind == SourceType::NamedIndividual
            || (kind == SourceType::Institution && name.len() == 1)
        {
            let surname = g.folded(name.end - 1);
            let found = *self.keys.get(&format!("~{surname}"))?;
            // Another first name is another person.
            let other = self.entities.get(found).map(|e| folded(&e.name))?;
            return (name.len() == 1 || !other.contains(' ') || other == key).then_some(found);
        }
        None
    }

    fn add(&mut self, g: &Grammar, core: &Range<usize>, found: &Kind) -> usize {
        let entity = self.entities.len();
        let text = g.text(found.name.as_ref().unwrap_or(core));
        let mut names = Vec::new();
        if let Some(range) = &found.name {
            self.keys.insert(key(text), entity);
            if found.source_type == SourceType::NamedIndividual {
                let surname = g.folded(range.end - 1);
                // "Nouri al-Maliki" is "Maliki".
                if let Some(bare) = surname.strip_prefix("al-").or(surname.strip_prefix("el-")) {
                    self.keys.entry(format!("~{bare}")).or_insert(entity);
                }
                if range.len() == 1
                    && let Some(Some(full)) = self.full.get(surname)
                {
                    self.keys.insert(key(g.text(full)), entity);
                    names.push(full.clone());
                }
                self.keys.insert(format!("~{surname}"), entity);
            } else {
                self.initials(g, range, core, entity);
            }
        }
        let maybe_same = if found.named {
            Vec::new()
        } else {
            self.maybe_same(g, core, found)
        };
        for other in &maybe_same {
            if let Some(other) = self.entities.get_mut(*other) {
                other.maybe_same.push(entity);
            }
        }
        self.names.push(names);
        self.entities.push(Entity {
            name: text.to_owned(),
            source_type: found.source_type,
            mentions: Vec::new(),
            maybe_same,
        });
        self.named.push(found.named);
        entity
    }

    /// Registers "WP" for "The Washington Post", "KCNA" for "Korean Central News Agency (KCNA)" and
    /// "the Post" for its last word.
    fn initials(&mut self, g: &Grammar, name: &Range<usize>, core: &Range<usize>, entity: usize) {
        let words: Vec<&str> = name.clone().map(|i| g.text(&(i..i + 1))).collect();
        let big = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
        if words.iter().filter(|w| big(w)).count() >= 2 {
            let initials: String = words
                .iter()
                .filter(|w| big(w))
                .filter_map(|w| w.chars().next())
                .collect();
            let initials = folded(&initials);
            self.keys.entry(format!("t{initials}")).or_insert(entity);
            self.keys.entry(initials).or_insert(entity);
            if let (SourceType::Media, Some(last)) = (kind(g, core).source_type, words.last()) {
                self.keys.entry(folded(last)).or_insert(entity);
            }
        }
        // "(KCNA)" behind the name.
        if g.tag(name.end) == Tag::Open && g.tag(name.end + 2) == Tag::Close {
            self.keys
                .entry(g.folded(name.end + 1).to_owned())
                .or_insert(entity);
        }
    }

    /// Earlier unnamed voices that could be this one: of one number, and not told apart by role.
    fn maybe_same(&self, g: &Grammar, core: &Range<usize>, found: &Kind) -> Vec<usize> {
        if !matches!(
            found.source_type,
            SourceType::UnnamedIndividual | SourceType::UnnamedGroup
        ) {
            return Vec::new();
        }
        let loose = |text: &str| {
            text.contains("source") || text.contains("person") || text.contains("people")
        };
        let this = folded(g.text(core));
        let head = |text: &str| {
            text.split([' ', ','])
                .next_back()
                .unwrap_or_default()
                .to_owned()
        };
        self.entities
            .iter()
            .enumerate()
            .rev()
            .take(40)
            .filter(|(_, e)| e.source_type == found.source_type)
            .filter(|(_, e)| {
                let other = folded(&e.name);
                let shared = head(&other) == head(&this)
                    || this.split(' ').any(|w| w.len() > 5 && other.contains(w));
                shared
                    || (loose(&this) && other.contains("official"))
                    || (loose(&other) && this.contains("official"))
            })
            .map(|(i, _)| i)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect()
    }

    /// Adds every further place of the story where a name of a voice stands. Linear in the tokens.
    pub(crate) fn find_mentions(&mut self, g: &Grammar) {
        let mut at = 0;
        while at < g.words.len() {
            if !g.words[at].capital || matches!(g.tag(at), Tag::Pron | Tag::Det) {
                at += 1;
                continue;
            }
            let longest = (1..=7).rev().find_map(|len| {
                let range = at..(at + len).min(g.words.len());
                let text = g.text(&range);
                let found = self.keys.get(&key(text)).or_else(|| {
                    (len == 1)
                        .then(|| self.keys.get(&format!("~{}", g.folded(at))))
                        .flatten()
                })?;
                self.named
                    .get(*found)
                    .copied()
                    .unwrap_or(false)
                    .then_some((range, *found))
            });
            match longest {
                Some((range, entity)) => {
                    at = range.end;
                    let range = with_article(g, &range, self.source_type(entity));
                    self.mention(entity, g.span(&range));
                    if let Some(names) = self.names.get_mut(entity) {
                        names.push(range);
                    }
                }
                None => at += 1,
            }
        }
        for (entity, names) in self.entities.iter_mut().zip(&self.names) {
            tidy(&mut entity.mentions);
            if let Some(name) = fullest(g, names) {
                entity.name = name.to_owned();
            }
        }
    }
}

/// Whether a phrase is a title without a name: "the minister".
fn titled(found: &Kind) -> bool {
    let bare = found.points_back
        && found.source_type == SourceType::UnnamedIndividual
        && found.name.is_none();
    bare || found.title_only
}

/// `name` with the article before it, for anything but a person.
fn with_article(g: &Grammar, name: &Range<usize>, kind: SourceType) -> Range<usize> {
    let article = kind != SourceType::NamedIndividual
        && name.start > 0
        && g.folded(name.start - 1) == "the"
        && g.reading.tokens[name.start - 1].span.end <= g.reading.tokens[name.start].span.start;
    name.start - usize::from(article)..name.end
}

/// The fullest of `names`: that of most words, with an article, and with a capital one.
fn fullest<'r>(g: &Grammar<'r>, names: &[Range<usize>]) -> Option<&'r str> {
    let best = names.iter().min_by_key(|name| {
        let article = g.folded(name.start) == "the";
        let capital = article && g.words[name.start].capital;
        let words = name.len() - usize::from(article);
        (std::cmp::Reverse((words, article, capital)), name.start)
    })?;
    Some(g.text(best))
}

/// The noun of a phrase: "the Home Office letter" is a letter.
fn noun<'g>(g: &'g Grammar, core: &Range<usize>) -> &'g str {
    let end = core
        .clone()
        .skip(1)
        .find(|&i| !(g.tag(i).is_nominal() || g.tag(i) == Tag::Det))
        .unwrap_or(core.end);
    let word = g.folded(end - 1);
    match word {
        "news" | "series" => word,
        _ => word.strip_suffix('s').unwrap_or(word),
    }
}

fn definite(g: &Grammar, core: &Range<usize>) -> bool {
    matches!(g.folded(core.start), "the" | "this" | "that" | "these")
}

/// Mentions in order; of two that overlap, the longer.
fn tidy(mentions: &mut Vec<Span>) {
    mentions.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    let mut end = 0;
    mentions.retain(|s| {
        let fresh = s.start >= end;
        if fresh {
            end = s.end;
        }
        fresh
    });
}

fn key(text: &str) -> String {
    let text = folded(text);
    text.strip_prefix("the ")
        .map_or(text.clone(), str::to_owned)
}
