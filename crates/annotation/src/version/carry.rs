//! Carrying annotations from one version of an article to the next.

use sourcelight_text::{OffsetMap, Span};

use super::difference::{Change, Stretch, compare};
use crate::anchor::{Anchored, Anchoring, State};
use crate::{Annotation, Selector, selectors};

const LOST: Anchored = Anchored {
    state: State::Lost,
    span: None,
    distance: 0,
    candidates: Vec::new(),
};

/// Two versions of a text, compared once. Passages are carried one by one, so that a worker can do
/// other things between.
pub struct Carry<'t> {
    old: &'t str,
    new: &'t str,
    offsets: OffsetMap<'t>,
    new_offsets: OffsetMap<'t>,
    anchoring: Anchoring<'t>,
    stretches: Vec<Stretch>,
}

impl<'t> Carry<'t> {
    /// Compares the versions.
    pub fn new(old: &'t str, new: &'t str) -> Self {
        Self {
            old,
            new,
            offsets: OffsetMap::new(old),
            new_offsets: OffsetMap::new(new),
            anchoring: Anchoring::new(new),
            stretches: compare(old, new),
        }
    }

    /// The difference of the two versions.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Where the passage `span` of the old version is in the new one.
    ///
    /// What stands in a stretch that did not change is there, whatever else looks like it. Everything
    /// else is anchored by its words and context, and its place is where the comparison puts it.
    pub fn passage(&self, span: Span) -> Anchored {
        if span.is_empty() || span.of(self.old).is_empty() {
            return LOST;
        }
        if let Some(stretch) = self.around(span)
            && stretch.change == Change::Same
        {
            let start = span.start - stretch.old.start + stretch.new.start;
            return Anchored {
                state: State::Exact,
                span: Some(Span::new(start, start + span.len())),
                distance: 0,
                candidates: Vec::new(),
            };
        }
        let place = Span::new(self.place(span.start), self.place(span.end));
        let given = selectors(span, self.old, &self.offsets);
        let found = self.anchoring.anchor_near(&given, place);
        match found.span {
            Some(there) if self.is_taken(there, span) => LOST,
            _ => found,
        }
    }

    /// Whether more than half of `there`, in the new version, is by the comparison another passage of
    /// the old one than `span`.
    fn is_taken(&self, there: Span, span: Span) -> bool {
        let at = self.stretches.partition_point(|s| s.new.end <= there.start);
        let taken: usize = self.stretches[at..]
            .iter()
            .take_while(|s| s.new.start < there.end)
            .filter(|s| s.change == Change::Same)
            .filter_map(|s| {
                let shared = s.new.intersection(there)?;
                let start = shared.start - s.new.start + s.old.start;
                let old = Span::new(start, start + shared.len());
                Some(old.len() - old.intersection(span).map_or(0, Span::len))
            })
            .sum();
        2 * taken > there.len()
    }

    /// Where all passages of an annotation are, in their order ([`Annotation::places`]).
    pub fn annotation(&self, annotation: &Annotation) -> Vec<Anchored> {
        let places = annotation.places().into_iter();
        places.map(|at| self.passage(at)).collect()
    }

    pub(super) const fn old(&self) -> &'t str {
        self.old
    }

    pub(super) const fn new_text(&self) -> &'t str {
        self.new
    }

    pub(super) const fn new_offsets(&self) -> &OffsetMap<'t> {
        &self.new_offsets
    }

    /// Where selectors lead in the new version.
    pub(super) fn anchor(&self, given: &[Selector]) -> Anchored {
        self.anchoring.anchor(given)
    }

    fn around(&self, span: Span) -> Option<&Stretch> {
        let at = self.stretches.partition_point(|s| s.old.end < span.end);
        self.stretches[at..]
            .iter()
            .take_while(|s| s.old.start <= span.start)
            .find(|s| s.old.contains(span))
    }

    /// The byte of the new version at which the comparison puts a byte of the old.
    fn place(&self, byte: usize) -> usize {
        let at = self.stretches.partition_point(|s| s.old.end <= byte);
        match self.stretches.get(at) {
            Some(s) if s.change == Change::Same => s.new.start + (byte - s.old.start),
            Some(s) => s.new.start,
            None => self.stretches.last().map_or(0, |s| s.new.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Body, Note};

    const OLD: &str =
        "First they waited.\nHe said no. He said yes.\nThe toll was 14.\nNobody came.";
    const NEW: &str = "First they waited long.\nHe said yes. It rained.\nThe toll was 17.\nThen, in the evening, all of them came.";

    fn carried(passage: &str, nth: usize) -> (State, Option<&'static str>) {
        let (start, _) = OLD.match_indices(passage).nth(nth).unwrap();
        let carry = Carry::new(OLD, NEW);
        let found = carry.passage(Span::new(start, start + passage.len()));
        (found.state, found.span.map(|s| s.of(NEW)))
    }

    #[test]
    fn passages_are_carried_with_what_became_of_them() {
        assert_eq!(
            carried("they waited", 0),
            (State::Exact, Some("they waited"))
        );
        assert_eq!(
            carried("He said yes.", 0),
            (State::Exact, Some("He said yes."))
        );
        assert_eq!(
            carried("The toll was 14.", 0),
            (State::Changed, Some("The toll was 17."))
        );
        assert_eq!(carried("He said no.", 0).0, State::Lost);
        assert_eq!(carried("Nobody came.", 0).0, State::Lost);
    }

    #[test]
    fn a_note_and_the_parts_of_a_judgement_are_carried_alike() {
        let note = Annotation {
            id: "urn:uuid:1".into(),
            article: crate::article_id(OLD),
            body: Body::Note(Note {
                span: Span::new(0, 5),
                text: "who?".into(),
            }),
            created: String::new(),
            modified: String::new(),
            maker: crate::Maker::Reader,
            deleted: None,
            carried: None,
        };
        let found = Carry::new(OLD, NEW).annotation(&note);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span, Some(Span::new(0, 5)));
    }
}
