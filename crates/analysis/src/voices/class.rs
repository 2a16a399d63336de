//! What the source does with the content, how central the attribution is, how it reached the page,
//! how much of it is quoted, and why the engine says so.

use std::sync::LazyLock;

use super::kind::Kind;
use crate::attribution::{Candidate, Frame};
use crate::grammar::{Grammar, Tag};
use crate::model::{Channel, Class, Quote, SourceType, Tier};
use crate::words::{WordMap, WordSet, keyed};

static CLASSES: LazyLock<WordMap<Class>> = LazyLock::new(|| {
    WordMap::of(
        keyed(include_str!("../../data/cue_classes.txt")).filter_map(|(word, key)| {
            Class::ALL
                .iter()
                .find(|c| c.word() == key)
                .map(|c| (word, *c))
        }),
    )
});

/// The class of a cue, where it is known.
pub(crate) fn known_class(lemma: &str) -> Option<Class> {
    CLASSES.get(lemma.split('+').next().unwrap_or(lemma))
}

static CLAUSAL: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::of(
        keyed(include_str!("../../data/cue_classes.txt"))
            .filter(|p| p.1 == "clausal")
            .map(|p| p.0),
    )
});

/// Whether a verb takes a whole clause as what is said or thought.
pub(crate) fn takes_clause(lemma: &str) -> bool {
    CLAUSAL.has(lemma.split('+').next().unwrap_or(lemma))
}

/// The class of a candidate.
pub(crate) fn class(c: &Candidate, kind: Option<&Kind>) -> Class {
    let class = known_class(&c.lemma).unwrap_or(if c.frame.is_proposition() {
        Class::Statement
    } else {
        Class::Attitude
    });
    match (class, c.frame) {
        (Class::Statement, Frame::To | Frame::ObjectTo) if !kind.is_some_and(|k| k.law) => {
            match c.lemma.as_str() {
                "ask" | "urge" | "call" | "advise" => Class::Desire,
                "decline" => Class::Commitment,
                _ => Class::Statement,
            }
        }
        (Class::Statement, _) if kind.is_some_and(|k| k.law) => Class::Rule,
        // "Called for talks", "asked the states not to turn boats away".
        (Class::Statement, Frame::Object | Frame::Prep | Frame::ObjectPrep)
            if matches!(
                c.lemma.as_str(),
                "call+for" | "ask" | "ask+for" | "ask+to" | "press+for" | "push+for" | "appeal+for"
            ) =>
        {
            Class::Desire
        }
        (class, _) => class,
    }
}

/// The tier of a candidate of class `class`.
pub(crate) fn tier(c: &Candidate, class: Class, kind: Option<&Kind>) -> Tier {
    if kind.is_some_and(|k| k.law)
        || (class == Class::Rule && kind.is_some_and(|k| k.source_type == SourceType::Document))
    {
        return Tier::Document;
    }
    let speaks = matches!(class, Class::Statement | Class::Belief);
    let indirect = match c.frame {
        Frame::Adverb => true,
        Frame::Passive => c.source.is_none() || c.lemma != "report",
        Frame::Noun => c.that.is_none() || c.source.is_none(),
        Frame::To | Frame::ObjectTo | Frame::Ing => true,
        _ => false,
    };
    if speaks && !indirect && c.source.is_some() && !c.shape.infinitive {
        Tier::Core
    } else {
        Tier::Extended
    }
}

/// How much of the content is quoted.
pub(crate) fn quote(g: &Grammar, c: &Candidate) -> Quote {
    let (mut inside, mut outside, mut told) = (0usize, 0usize, false);
    // "I think" inside a quotation: the words are the speaker's.
    let own = c
        .source
        .as_ref()
        .is_some_and(|s| s.core.len() == 1 && matches!(g.folded(s.core.start), "i" | "we"));
    for at in c.content.iter().flat_map(|r| r.clone()) {
        if matches!(
            g.tag(at),
            Tag::Comma
                | Tag::Stop
                | Tag::Quote
                | Tag::Colon
                | Tag::Dash
                | Tag::Semicolon
                | Tag::Mark
                | Tag::Conj
        ) {
            continue;
        }
        match g.quotation(at) {
            // A cue inside a quotation tells in the quotation's own words what others say.
            Some(q) if q.tokens.contains(&c.head) && !own => outside += 1,
            Some(q) => {
                inside += 1;
                told |= !is_term(g, q);
            }
            None => outside += 1,
        }
    }
    match (inside, outside) {
        (0, _) => Quote::Indirect,
        (_, 0) if told || c.content.len() > 1 => Quote::Direct,
        _ if told => Quote::Mixed,
        _ => Quote::Indirect,
    }
}

/// Whether a quotation is a single term.
fn is_term(g: &Grammar, q: &crate::grammar::Quotation) -> bool {
    let first = q.tokens.start + 1;
    q.words == 1
        || (q.words <= 2
            && !matches!(
                g.tag(first),
                Tag::Prep | Tag::Verb | Tag::Pron | Tag::Modal | Tag::Be | Tag::Neg
            ))
        || (q.words == 3 && g.folded(first + 1) == "of")
}

/// Words in the sentence of a cue that tell the channel.
fn channel_word(word: &str) -> Option<Channel> {
    Some(match word {
        "statement" | "release" | "communique" => Channel::StatementOrPressRelease,
        "interview" | "interviewed" => Channel::InterviewOrToldOutlet,
        "speech" | "rally" | "briefing" | "conference" | "debate" | "hearing" | "address"
        | "testimony" | "parliament" | "podium" | "town-hall" | "ceremony" | "sermon" => {
            Channel::PublicSpeech
        }
        "twitter" | "facebook" | "telegram" | "tweet" | "tweeted" | "instagram" | "post"
        | "retweeted" | "message" | "youtube" | "weibo" => Channel::SocialOrMessage,
        "leaked" | "obtained" | "privately" => Channel::LeakOrPrivateCommunication,
        "court" | "lawsuit" | "indictment" | "affidavit" | "complaint" => Channel::Court,
        _ => return None,
    })
}

/// How the content reached the page.
pub(crate) fn channel(
    g: &Grammar,
    c: &Candidate,
    kind: Option<&Kind>,
    told_outlet: bool,
) -> Channel {
    if c.lemma == "decline"
        || (c.lemma == "refuse"
            && c.content
                .first()
                .is_some_and(|r| g.text(r).contains("comment")))
    {
        return Channel::DeclinedComment;
    }
    match kind {
        Some(k) if k.law => return Channel::LawOrderTreatyPolicy,
        Some(k) if k.source_type == SourceType::Data => {
            return if k.poll {
                Channel::VoteOrPoll
            } else {
                Channel::DataOrPrice
            };
        }
        Some(k) if k.source_type == SourceType::Media => {
            return Channel::PublishedWorkOrPressReport;
        }
        _ => {}
    }
    if matches!(
        c.lemma.as_str(),
        "tweet" | "retweet" | "post" | "email" | "text"
    ) {
        return Channel::SocialOrMessage;
    }
    if told_outlet {
        return Channel::InterviewOrToldOutlet;
    }
    let sentence = &g.reading.sentences[c.sentence];
    let window =
        sentence.tokens.start.max(c.head.saturating_sub(13))..sentence.tokens.end.min(c.head + 14);
    let near = window
        .filter(|&at| !c.holds(at) || c.frame == Frame::Object)
        .find_map(|at| channel_word(g.folded(at)));
    match (near, kind) {
        (Some(channel), _) => channel,
        (None, Some(k)) if k.source_type == SourceType::Document => {
            Channel::PublishedWorkOrPressReport
        }
        _ => Channel::Unknown,
    }
}

/// Which rule found the candidate, in words for the reader.
pub(crate) fn why(g: &Grammar, c: &Candidate, class: Class) -> String {
    let cue = g.text(&(c.head..c.head + 1));
    let doing = match class {
        Class::Statement => "reporting",
        Class::Belief => "belief",
        Class::Decision => "decision",
        Class::Commitment => "commitment",
        Class::Desire => "wish",
        Class::Fear => "fear",
        Class::Attitude => "attitude",
        Class::Expectation => "expectation",
        Class::Rule => "rule",
    };
    match c.frame {
        Frame::That => format!("{doing} verb “{cue}” before “that”"),
        Frame::Clause => format!("{doing} verb “{cue}” before a clause"),
        Frame::Quote => format!("{doing} verb “{cue}” before a quotation"),
        Frame::Colon => format!("{doing} verb “{cue}” before a colon"),
        Frame::To => format!("{doing} verb “{cue}” before an infinitive"),
        Frame::Wh => format!("{doing} verb “{cue}” before a question word"),
        Frame::Ing | Frame::Object | Frame::ObjectAs | Frame::ObjectPrep | Frame::Prep => {
            format!("{doing} cue “{cue}” with what it is about")
        }
        Frame::ObjectTo => format!("{doing} verb “{cue}” with somebody and an infinitive"),
        Frame::HearerThat | Frame::HearerClause | Frame::HearerQuote | Frame::HearerWh => {
            format!("{doing} verb “{cue}” with who was told, before what was said")
        }
        Frame::Before if c.quoted => format!("{doing} verb “{cue}” after a quotation"),
        Frame::Before => format!("{doing} verb “{cue}” after a clause"),
        Frame::Inverted => format!("{doing} verb “{cue}” before its speaker, after what was said"),
        Frame::Split => format!("{doing} verb “{cue}” between two parts of what was said"),
        Frame::According => "“according to” with a source".to_owned(),
        Frame::As => format!("“as” with a source and the {doing} verb “{cue}”"),
        Frame::Passive if c.source.is_some() => format!("“{cue}” with “by” and a source"),
        Frame::Passive => format!("“{cue}” in the passive; nobody is given"),
        Frame::Adverb => format!("“{cue}”: somebody says so, nobody is given"),
        Frame::Noun => format!("{doing} noun “{cue}” with what it is about"),
        Frame::Adjective => format!("{doing} word “{cue}” with what it is about"),
        Frame::Speaker => "a speaker's name and a colon".to_owned(),
        Frame::Dash => "a dash and a source at the end".to_owned(),
        Frame::Citing => format!("“{cue}” with a source that the speaker relies on"),
        Frame::Bare => format!("“{cue}”"),
    }
}
