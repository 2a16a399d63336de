//! A place that may attribute, before it is judged.

use std::ops::Range;

use crate::grammar::Phrase;
use crate::instant::Tagged;

/// How the words of a cue stand to what they attribute. The names are those of `data/cue_weights.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// "said that …".
    That,
    /// "said he would …".
    Clause,
    /// "said, “…”".
    Quote,
    /// "said: …".
    Colon,
    /// "promised to …".
    To,
    /// "explained how …".
    Wh,
    /// "denied having …".
    Ing,
    /// "criticized the plan".
    Object,
    /// "described it as …".
    ObjectAs,
    /// "urged them to …".
    ObjectTo,
    /// "accused them of …".
    ObjectPrep,
    /// "called for …".
    Prep,
    /// "told them that …".
    HearerThat,
    /// "told them he would …".
    HearerClause,
    /// "told them, “…”".
    HearerQuote,
    /// "told them how …".
    HearerWh,
    /// "…, he said."
    Before,
    /// "…, said the minister."
    Inverted,
    /// "“…,” he said, “…”".
    Split,
    /// "according to".
    According,
    /// "As the paper writes, …".
    As,
    /// "was reported by …", "is expected to …".
    Passive,
    /// "reportedly".
    Adverb,
    /// "a statement that …", "concerns about …".
    Noun,
    /// "was reluctant to …", "is concerned about …".
    Adjective,
    /// "…, citing the paper": the paper is the source.
    Citing,
    /// "Clinton: We …".
    Speaker,
    /// "… - WP".
    Dash,
    /// A verb with nothing to attribute behind it.
    Bare,
}

impl Frame {
    /// Its name in the weights.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Frame::That => "that",
            Frame::Clause => "clause",
            Frame::Quote => "quote",
            Frame::Colon => "colon",
            Frame::To => "to",
            Frame::Wh => "wh",
            Frame::Ing => "ing",
            Frame::Object => "np",
            Frame::ObjectAs => "np_as",
            Frame::ObjectTo => "np_to",
            Frame::ObjectPrep => "np_pp",
            Frame::Prep => "pp",
            Frame::HearerThat => "h_that",
            Frame::HearerClause => "h_clause",
            Frame::HearerQuote => "h_quote",
            Frame::HearerWh => "h_wh",
            Frame::Before => "before",
            Frame::Inverted => "inv",
            Frame::Split => "split",
            Frame::According => "according",
            Frame::As => "as",
            Frame::Passive => "passive",
            Frame::Adverb => "adverb",
            Frame::Noun => "noun",
            Frame::Adjective => "adj",
            Frame::Citing => "citing",
            Frame::Speaker => "speaker",
            Frame::Dash => "dash",
            Frame::Bare => "bare",
        }
    }

    /// Whether the content is a proposition or quoted words, rather than a thing spoken of.
    pub(crate) const fn is_proposition(self) -> bool {
        !matches!(
            self,
            Frame::Object
                | Frame::ObjectAs
                | Frame::ObjectTo
                | Frame::ObjectPrep
                | Frame::Prep
                | Frame::To
                | Frame::Ing
                | Frame::Noun
                | Frame::Adjective
                | Frame::Bare
                | Frame::Passive
        )
    }
}

/// How the source was found. The names are those of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SourceKind {
    /// No source.
    None,
    /// A pronoun.
    Pronoun,
    /// A phrase with a name.
    Name,
    /// A phrase without one.
    Common,
    /// The antecedent of "who" or "which".
    Antecedent,
    /// The subject of an earlier verb.
    Shared,
    /// "Clinton's" or "his" before a noun.
    Possessor,
}

impl SourceKind {
    /// Its name in the weights.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            SourceKind::None => "none",
            SourceKind::Pronoun => "pron",
            SourceKind::Name => "name",
            SourceKind::Common => "common",
            SourceKind::Antecedent => "rel",
            SourceKind::Shared => "shared",
            SourceKind::Possessor => "poss",
        }
    }
}

/// The shape of a verb group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// "was said".
    pub(crate) passive: bool,
    /// "would say".
    pub(crate) modal: bool,
    /// "did not say".
    pub(crate) negated: bool,
    /// "to say".
    pub(crate) infinitive: bool,
    /// "saying".
    pub(crate) participle: bool,
}

/// A place that may attribute.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The word that attributes.
    pub(crate) head: usize,
    /// Its lemma.
    pub(crate) lemma: String,
    /// The cue's tokens: auxiliaries and adverbs, without the preposition or "that" behind.
    pub(crate) cue: Range<usize>,
    /// A preposition behind the cue that belongs to it: "called for".
    pub(crate) particle: Option<usize>,
    /// How it stands to the content.
    pub(crate) frame: Frame,
    /// The source.
    pub(crate) source: Option<Phrase>,
    /// How the source was found.
    pub(crate) source_kind: SourceKind,
    /// The pieces of the content, in text order, "that" left out.
    pub(crate) content: Vec<Range<usize>>,
    /// The "that" before the content.
    pub(crate) that: Option<usize>,
    /// Who was told.
    pub(crate) hearer: Option<Range<usize>>,
    /// The shape of the verb group.
    pub(crate) shape: Shape,
    /// Whether the content holds quoted words.
    pub(crate) quoted: bool,
    /// How sure the weights are of it, 0 to 1.
    pub(crate) confidence: f32,
    /// The sentence it stands in.
    pub(crate) sentence: usize,
    /// What the tagger says of it, where its own edges count.
    pub(crate) tagged: Option<Tagged>,
}

impl Candidate {
    /// The smallest range of tokens that holds the whole content.
    pub(crate) fn content_range(&self) -> Option<Range<usize>> {
        Some(self.content.first()?.start..self.content.last()?.end)
    }

    /// Whether the token at `at` is content.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.content.iter().any(|c| c.contains(&at))
    }
}
