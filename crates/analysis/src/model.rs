//! What an analysis says: plain data, every value one of taxonomy.json.
//!
//! Every [`Span`] counts UTF-8 bytes of the article's text. Lists are in text order.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

use crate::controversy::CustomTopics;

/// Declares an enum whose names are those of taxonomy.json, in snake case unless said otherwise.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of taxonomy.json.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The word taxonomy.json has for it.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }
    };
}

words! {
    /// What kind of voice speaks.
    SourceType {
        /// A person by name.
        NamedIndividual = "named_individual",
        /// One person without a name.
        UnnamedIndividual = "unnamed_individual",
        /// Several people, each or all identifiable by name.
        NamedGroup = "named_group",
        /// Several people without names.
        UnnamedGroup = "unnamed_group",
        /// A body: a government, ministry, army, company, organisation.
        Institution = "institution",
        /// A news outlet or agency.
        Media = "media",
        /// A law, report, letter, treaty.
        Document = "document",
        /// Figures: a poll, a price, a measurement.
        Data = "data",
        /// Nobody is given ("is expected to", "reportedly").
        Unstated = "unstated",
        /// The writer of the article.
        Author = "author",
    }
}

words! {
    /// How the content reached the page.
    Channel {
        /// Said to a journalist.
        InterviewOrToldOutlet = "interview_or_told_outlet",
        /// A statement or press release.
        StatementOrPressRelease = "statement_or_press_release",
        /// A speech, a hearing, a briefing.
        PublicSpeech = "public_speech",
        /// A report by the press, a book, a paper.
        PublishedWorkOrPressReport = "published_work_or_press_report",
        /// Social media or a message.
        SocialOrMessage = "social_or_message",
        /// A law, order, treaty or policy.
        LawOrderTreatyPolicy = "law_order_treaty_policy",
        /// A court.
        Court = "court",
        /// A vote or poll.
        VoteOrPoll = "vote_or_poll",
        /// Data or a price.
        DataOrPrice = "data_or_price",
        /// Seen by the reporter.
        DirectObservation = "direct_observation",
        /// Asked, and would not say.
        DeclinedComment = "declined_comment",
        /// A leak or private communication.
        LeakOrPrivateCommunication = "leak_or_private_communication",
        /// The text does not say.
        Unknown = "unknown",
    }
}

words! {
    /// How much of the content is in quotation marks.
    Quote {
        /// Quoted words only.
        Direct = "direct",
        /// Quoted words inside reported ones.
        Mixed = "mixed",
        /// Reported words only.
        Indirect = "indirect",
    }
}

words! {
    /// What the source does with the content.
    Class {
        /// Says or writes it.
        Statement = "statement",
        /// Holds it to be true.
        Belief = "belief",
        /// Has decided it.
        Decision = "decision",
        /// Has promised it.
        Commitment = "commitment",
        /// Wants it.
        Desire = "desire",
        /// Fears it.
        Fear = "fear",
        /// Has a feeling about it.
        Attitude = "attitude",
        /// Expects it.
        Expectation = "expectation",
        /// Lays it down as a rule.
        Rule = "rule",
    }
}

words! {
    /// How central an attribution is (ATTRIBUTION.md 12).
    Tier {
        /// Speech, writing or belief with an explicit cue and a proposition.
        Core = "core",
        /// Decision, commitment, wish, attitude, passive without agent.
        Extended = "extended",
        /// A law, treaty or policy as the voice.
        Document = "document",
    }
}

words! {
    /// How a link of the chain is known.
    ViaBasis {
        /// In the sentence itself.
        Explicit = "explicit",
        /// From a blanket sentence or an earlier naming.
        Inherited = "inherited",
        /// Not said, but the only reading.
        Implicit = "implicit",
    }
}

words! {
    /// How an unnamed voice is described.
    Described {
        /// Not at all ("sources").
        None = "none",
        /// By role ("one official").
        Role = "role",
        /// By role and agency ("a Pentagon official").
        RoleAgency = "role+agency",
        /// By role, agency and how it knows ("a Pentagon official briefed on the talks").
        RoleAgencyKnowledge = "role+agency+knowledge",
    }
}

words! {
    /// What covers a sentence.
    CoverageState {
        /// An attribution in the sentence itself.
        InSentence = "in_sentence",
        /// The voice of the sentence before, clearly going on.
        Continuation = "continuation",
        /// Only a blanket attribution of the whole article.
        Blanket = "blanket",
        /// Nothing.
        None = "none",
    }
}

words! {
    /// What kind of claim stands without a source.
    ClaimKind {
        /// That something happened.
        Event = "event",
        /// A number.
        NumberOrStatistic = "number_or_statistic",
        /// That one thing causes another.
        Causal = "causal",
        /// What will happen.
        Prediction = "prediction",
        /// How things stand.
        Assessment = "assessment",
        /// How good or bad something is.
        Evaluation = "evaluation",
        /// That someone did wrong.
        Allegation = "allegation",
        /// What the law says.
        Legal = "legal",
        /// How a device or a process works.
        Technical = "technical",
        /// Quoted words that nobody is given for.
        Quotation = "quotation",
    }
}

words! {
    /// Where the story is contested (controversy.json).
    Topic {
        /// Who signed, ratified, joined, left or broke a treaty.
        TreatyStatus = "treaty_status",
        /// Whether an act or weapon respects international law.
        Legality = "legality",
        /// Harm or danger to civilians.
        CivilianRisk = "civilian_risk",
        /// A toll that differs or is unverified.
        CasualtyDispute = "casualty_dispute",
        /// Two numbers for one thing.
        FigureConflict = "figure_conflict",
        /// A claim beside a denial.
        ConflictingAccounts = "conflicting_accounts",
        /// A decisive point that rests on unnamed voices.
        AnonymousDecisive = "anonymous_decisive",
        /// A warning that the conflict could widen.
        EscalationRisk = "escalation_risk",
        /// A government does what it had ruled out.
        PolicyReversal = "policy_reversal",
        /// Disagreement inside one side.
        InternalDissent = "internal_dissent",
        /// A future matter told flatly.
        ForecastAsFact = "forecast_as_fact",
        /// A charge with no reply.
        MissingResponse = "missing_response",
        /// A judging word in the outlet's own voice.
        LoadedWording = "loaded_wording",
        /// A topic of the reader's own.
        Custom = "custom",
    }
}

words! {
    /// What a civilian-risk point says.
    CivilianRiskKind {
        /// Harm is said to have happened or to happen.
        HarmAsserted = "harm_asserted",
        /// Danger is said to exist.
        RiskAsserted = "risk_asserted",
        /// A feature or a promise is said to lower the danger.
        MitigationClaimed = "mitigation_claimed",
    }
}

words! {
    /// Where a voice stands on a contested point.
    Stance {
        /// For it.
        For = "for",
        /// Against it.
        Against = "against",
        /// Brings it up.
        Raises = "raises",
        /// Neither.
        Neutral = "neutral",
    }
}

words! {
    /// What a check asks about.
    CheckKind {
        /// Two figures that disagree.
        FiguresDisagree = "figures_disagree",
        /// A conclusion that does not follow.
        DoesNotFollow = "does_not_follow",
        /// A word that could mean two things.
        UnclearReferent = "unclear_referent",
        /// "Officials" where one speaks.
        PluralForOneSource = "plural_for_one_source",
        /// A chain that hides anonymity.
        HiddenAnonymity = "hidden_anonymity",
        /// An unnamed voice without a reason given.
        AnonymityWithoutReason = "anonymity_without_reason",
        /// One voice alone carries the story.
        SingleSource = "single_source",
        /// An accused party with no reply.
        MissingResponse = "missing_response",
        /// A term used in the wrong sense.
        TermMismatch = "term_mismatch",
        /// A forecast told as fact.
        ForecastAsFact = "forecast_as_fact",
        /// The treaty register says otherwise.
        Register = "register",
    }
}

words! {
    /// What the treaty register says beside what the article says.
    RegisterVerdict {
        /// The register has it so.
        Agrees = "agrees",
        /// True in substance, and not in these words ("signed" for "is party to").
        Loose = "loose",
        /// It was so, and is not any more.
        OutOfDate = "out_of_date",
        /// The register has it otherwise.
        Contradicts = "contradicts",
        /// The register does not know, or its sources disagree.
        CannotSay = "cannot_say",
    }
}

/// How attributions are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Convention {
    /// ATTRIBUTION.md.
    #[default]
    Sourcelight,
    /// PolNeAR's edges: "that" and "also" inside spans, no nesting, no document tier.
    Polnear,
}

/// Which engine finds the attributions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// Rules alone: candidates judged by weights.
    Rules,
    /// The rules' candidates under a learned tagger.
    #[default]
    Instant,
}

/// What an analysis may be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// How attributions are cut.
    pub convention: Convention,
    /// Which engine finds them.
    #[serde(default)]
    pub engine: Engine,
    /// Today, as an ISO 8601 date: what the treaty register is asked for where the article has no
    /// date. Without it, the register's own newest date.
    #[serde(default)]
    pub today: Option<String>,
    /// Topics of which nothing is to be found.
    #[serde(default)]
    pub topics_off: BTreeSet<Topic>,
    /// Topics of the reader's own.
    #[serde(default)]
    pub custom_topics: CustomTopics,
}

/// All that was found in one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Who said what.
    pub attributions: Vec<Attribution>,
    /// The voices, each with all its mentions. [`Attribution::entity`] and [`Link::entity`] are
    /// indices into this list.
    pub entities: Vec<Entity>,
    /// What covers each sentence of the story.
    pub coverage: Vec<Coverage>,
    /// Checkable statements without a cue of their own.
    pub unsourced: Vec<Unsourced>,
    /// Where the story is contested.
    pub controversies: Vec<Controversy>,
    /// Treaties named or described.
    pub treaties: Vec<TreatyMention>,
    /// What the story says of who is in a treaty, and what the register says beside it.
    #[serde(default)]
    pub treaty_claims: Vec<TreatyClaim>,
    /// What the register knows of each treaty that the story speaks of, in the order of their first
    /// mentions.
    #[serde(default)]
    pub treaty_cards: Vec<TreatyCard>,
    /// Questions for the reader.
    pub checks: Vec<Check>,
    /// What could not be done, in words for the reader.
    pub notes: Vec<String>,
}

/// One attribution: source?, cue and content. Spans of each part are in text order and disjoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// The noun phrase that identifies the voice; empty where none is stated.
    pub source: Vec<Span>,
    /// The words that attribute; never empty in our convention.
    pub cue: Vec<Span>,
    /// What is attributed.
    pub content: Vec<Span>,
    /// How central it is.
    pub tier: Tier,
    /// What the source does with the content.
    pub class: Class,
    /// How much of the content is quoted.
    pub quote: Quote,
    /// What kind of voice speaks.
    pub source_type: SourceType,
    /// Whether a reader could look the voice up.
    pub named: bool,
    /// How the content reached the page.
    pub channel: Channel,
    /// How the voice is described, for an unnamed one.
    pub anonymity: Option<Anonymity>,
    /// The voice: an index into [`Analysis::entities`]; none where no source is stated.
    pub entity: Option<usize>,
    /// The carriers between this page and the voice, outermost first.
    pub via: Vec<Link>,
    /// The attribution this one stands inside: an index into [`Analysis::attributions`].
    pub parent: Option<usize>,
    /// How sure the engine is, 0 to 1.
    pub confidence: f32,
    /// Which rule or model found it, in words for the reader.
    pub why: String,
}

/// How an unnamed voice is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anonymity {
    /// What the reader is told of it.
    pub described: Described,
    /// Whether the article says why it is not named.
    pub reason_given: bool,
}

/// One carrier of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// An index into [`Analysis::entities`].
    pub entity: usize,
    /// How the link is known.
    pub basis: ViaBasis,
}

/// One voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its fullest name or description in the text.
    pub name: String,
    /// What kind of voice it is.
    #[serde(rename = "type")]
    pub source_type: SourceType,
    /// Every place that means it.
    pub mentions: Vec<Span>,
    /// Other voices that may be the same: indices into [`Analysis::entities`].
    pub maybe_same: Vec<usize>,
}

/// What covers one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The sentence.
    pub span: Span,
    /// What covers it.
    pub state: CoverageState,
}

/// A checkable statement without a cue of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsourced {
    /// The statement.
    pub span: Span,
    /// What kind of claim it is.
    pub kind: ClaimKind,
    /// [`CoverageState::Blanket`] or [`CoverageState::None`].
    pub coverage: CoverageState,
    /// Which rule found it, in words for the reader.
    pub why: String,
}

/// A contested point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controversy {
    /// What it is about.
    pub topic: Topic,
    /// For civilian risk, what is said.
    pub kind: Option<CivilianRiskKind>,
    /// The clause that says it.
    pub span: Span,
    /// 3: text or register contradicts it; 2: decisive and single or unnamed source; 1: contested
    /// topic, well attributed.
    pub severity: u8,
    /// Which rule found it, in words for the reader.
    pub why: String,
    /// Who holds which side.
    pub sides: Vec<Side>,
    /// For a topic of the reader's own, its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Who holds one side of a contested point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Where it stands.
    pub stance: Stance,
    /// The attribution that voices it: an index into [`Analysis::attributions`].
    pub attribution: Option<usize>,
    /// The voice: an index into [`Analysis::entities`].
    pub entity: Option<usize>,
}

/// A treaty named or described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatyMention {
    /// The instrument's id in the register.
    pub id: String,
    /// The words that mean it.
    pub span: Span,
}

/// What a story says of who is in a treaty, beside what the register says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatyClaim {
    /// The instrument's id in the register.
    pub id: String,
    /// The clause that says it.
    pub span: Span,
    /// The word for what is said: "signed", "ratified", "joined", "party", "outside", "left",
    /// "revoked", "suspended", "unsigned".
    pub says: String,
    /// Whether it is denied ("has not ratified").
    pub negated: bool,
    /// The states it is said of, in text order.
    pub states: Vec<ClaimedState>,
    /// How many states it is said of.
    pub count: Option<ClaimedCount>,
    /// The date that the article gives for it, as ISO 8601 has it.
    pub when: Option<String>,
    /// All in all: the worst of the parts.
    pub verdict: RegisterVerdict,
    /// Of the figure, where there is one.
    pub figure: Option<RegisterVerdict>,
    /// Of the word that is used, where it matters.
    pub verb: Option<RegisterVerdict>,
    /// Of the states, where some are named.
    pub of_states: Option<RegisterVerdict>,
    /// What the register says, with dates and sources, in words for the reader.
    pub register: String,
    /// The day the register was asked for, as ISO 8601 has it.
    pub as_of: String,
    /// Whether that is the article's date; otherwise it is today's, and the reader should give one.
    pub dated: bool,
    /// Where the register read it: keys, with titles and addresses in the card.
    pub sources: Vec<String>,
}

/// A state that something is said of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedState {
    /// Its ISO 3166 code.
    pub code: String,
    /// Its usual name.
    pub name: String,
    /// The words that mean it.
    pub span: Span,
    /// Whether it is taken out of what is said ("all but Russia").
    pub except: bool,
    /// What the register says of it.
    pub verdict: RegisterVerdict,
}

/// A number of states that something is said of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedCount {
    /// How many.
    pub value: u16,
    /// Its words, with "more than" and the noun.
    pub span: Span,
}

/// What the register knows of a treaty that the story speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatyCard {
    /// The instrument's id in the register.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// The name that stories use.
    pub short: String,
    /// Treaty, protocol, treaty (bilateral), political commitment or regime.
    pub kind: String,
    /// What it is about.
    pub subject: String,
    /// What it prohibits or lays down.
    pub does: String,
    /// How the instrument itself stands: "in force", "expired 2026-02-05".
    pub state: String,
    /// What else is to be said of it.
    pub note: String,
    /// When it was opened for signature, or signed.
    pub opened: Option<CardValue>,
    /// When it came into force.
    pub in_force: Option<CardValue>,
    /// Who keeps it.
    pub depositary: Option<CardValue>,
    /// The day the register was asked for, as ISO 8601 has it.
    pub as_of: String,
    /// Whether that is the article's date.
    pub dated: bool,
    /// How many states are in, and how many signed.
    pub figures: Vec<CardFigure>,
    /// The states that the story names beside the treaty.
    pub states: Vec<CardState>,
    /// What the article says: indices into [`Analysis::treaty_claims`].
    pub claims: Vec<usize>,
    /// Every source that the card names.
    pub sources: Vec<CardSource>,
}

/// A value of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardValue {
    /// The value; a date as ISO 8601 has it.
    pub value: String,
    /// Keys of the card's sources.
    pub sources: Vec<String>,
    /// Whether nobody has checked it: to be shown as unsourced.
    pub unsourced: bool,
}

/// A number of states of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardFigure {
    /// What is counted: "parties", "signed" or "only_signed".
    pub counted: String,
    /// How many.
    pub value: u16,
    /// When that was so, in words.
    pub as_of: String,
    /// Keys of the card's sources.
    pub sources: Vec<String>,
    /// Whether it was worked out: no source has the figure itself.
    pub derived: bool,
    /// What other lists count, where they differ.
    pub disputed: Option<u16>,
    /// What else is to be said of it.
    pub note: String,
}

/// A state of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardState {
    /// Its ISO 3166 code.
    pub code: String,
    /// Its usual name.
    pub name: String,
    /// Where it stood on the card's day: "party", "signatory", "withdrawing", "withdrawn" or
    /// "non_party"; none where the register does not know.
    pub status: Option<String>,
    /// The same in words, with its dates and doubts.
    pub words: String,
    /// When the newest source says so, in words.
    pub as_of: String,
    /// Keys of the card's sources.
    pub sources: Vec<String>,
}

/// A source that a card names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardSource {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A question for the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What it asks about.
    pub kind: CheckKind,
    /// The places it speaks of.
    pub spans: Vec<Span>,
    /// The question.
    pub question: String,
}
