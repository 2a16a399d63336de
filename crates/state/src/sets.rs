//! Sets of marks by who made them: the machine's, the reader's own, and those of others that came in with
//! a file. Each is shown or hidden by itself, and two can be compared.

use std::collections::{BTreeMap, BTreeSet};

use sourcelight_annotation::{FindingKind, Maker, Role};
use sourcelight_text::Span;

use crate::{Finding, State, Status, findings::overlap};

/// Whose marks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkSet {
    /// The machine's.
    Machine,
    /// The reader's own.
    Own,
    /// Another's, by their name or that of the file it came in with.
    Of(String),
}

impl MarkSet {
    /// The set of what `maker` made, for a reader who goes by the name `reader`.
    pub fn of(maker: &Maker, reader: &str) -> Self {
        match maker {
            Maker::Reader => MarkSet::Own,
            Maker::Person(name) if name.trim() == reader.trim() => MarkSet::Own,
            Maker::Person(name) | Maker::File(name) => MarkSet::Of(name.clone()),
        }
    }
}

/// A set with how much is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCount {
    /// Whose.
    pub set: MarkSet,
    /// How many marks: findings that stand, and notes.
    pub count: usize,
    /// Whether they are shown.
    pub shown: bool,
}

/// One mark as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The finding or note.
    pub id: String,
    /// What kind of finding; none for a note.
    pub kind: Option<FindingKind>,
    /// What it is labelled, in taxonomy.json's words; empty for a note.
    pub label: String,
    /// The passage, UTF-8 bytes of the article's text.
    pub span: Span,
}

/// Two sets compared. Lists are in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetComparison {
    /// What both have, as the one and the other have it.
    pub both: Vec<(Compared, Compared)>,
    /// What only the first has.
    pub only_first: Vec<Compared>,
    /// What only the second has.
    pub only_second: Vec<Compared>,
}

/// The sets of the open article: the machine's and the reader's own always, then the others by name.
pub fn sets(state: &State) -> Vec<SetCount> {
    let mut counts: BTreeMap<MarkSet, usize> = BTreeMap::new();
    counts.insert(MarkSet::Machine, 0);
    counts.insert(MarkSet::Own, 0);
    let standing =
        |f: &&Finding| f.status != Status::Rejected && (state.extended_shown || !f.extended);
    for finding in state.findings.iter().filter(standing) {
        for set in finding_sets(state, finding) {
            *counts.entry(set).or_default() += 1;
        }
    }
    for note in state.notes() {
        *counts
            .entry(MarkSet::of(&note.maker, &state.settings.reader))
            .or_default() += 1;
    }
    let of = |(set, count)| SetCount {
        shown: is_set_shown(state, &set),
        set,
        count,
    };
    counts.into_iter().map(of).collect()
}

/// Whether a set is shown.
pub(crate) fn is_set_shown(state: &State, set: &MarkSet) -> bool {
    match set {
        MarkSet::Machine => !state.machine_hidden,
        MarkSet::Own => !state.own_hidden,
        MarkSet::Of(name) => !state.hidden_sets.contains(name),
    }
}

/// The sets a finding belongs to: what the machine found and somebody accepted belongs to both.
pub(crate) fn finding_sets(state: &State, finding: &Finding) -> Vec<MarkSet> {
    let judged = finding
        .judged_by
        .as_ref()
        .and_then(|id| state.annotations.get(id));
    let judge = judged.map(|a| MarkSet::of(&a.maker, &state.settings.reader));
    let machine = (!finding.by_hand).then_some(MarkSet::Machine);
    machine.into_iter().chain(judge).collect()
}

/// Compares two sets. Two marks are the same where half of what either covers is common to both, and they
/// are of one kind; a note has no kind, and meets any.
pub fn compare_sets(state: &State, first: &MarkSet, second: &MarkSet) -> SetComparison {
    let (one, other) = (marks_of(state, first), marks_of(state, second));
    let mut found = SetComparison::default();
    let mut taken = BTreeSet::new();
    for mark in one {
        let near = |(index, against): (usize, &Compared)| {
            let kinds = mark.kind.is_none() || against.kind.is_none() || mark.kind == against.kind;
            let shared = overlap(&[mark.span], &[against.span]);
            (kinds && shared >= 0.5 && !taken.contains(&index)).then_some((shared, index))
        };
        // In text order, so those that can meet it begin before it ends.
        let before = other.partition_point(|o| o.span.start < mark.span.end);
        let best = other[..before].iter().enumerate().filter_map(near);
        match best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) {
            Some((_, index)) => {
                taken.insert(index);
                found.both.push((mark, other[index].clone()));
            }
            None => found.only_first.push(mark),
        }
    }
    let left = other.into_iter().enumerate();
    let left = left.filter(|(index, _)| !taken.contains(index));
    found.only_second = left.map(|(_, mark)| mark).collect();
    found
}

/// What is in a set, in text order.
fn marks_of(state: &State, set: &MarkSet) -> Vec<Compared> {
    let findings = state.findings.iter().filter(|f| {
        // What was rejected is still what the machine found.
        let counts = f.status != Status::Rejected || *set == MarkSet::Machine;
        counts && (state.extended_shown || !f.extended) && finding_sets(state, f).contains(set)
    });
    let findings = findings.filter_map(|finding| {
        let main = [Role::Content, Role::Claim, Role::Point];
        let own = main.into_iter().flat_map(|role| finding.role(role));
        Some(Compared {
            id: finding.id.clone(),
            kind: Some(finding.kind),
            label: finding.label.clone(),
            span: own.reduce(Span::cover).or_else(|| finding.extent())?,
        })
    });
    let notes = state.notes();
    let notes = notes
        .iter()
        .filter(|note| MarkSet::of(&note.maker, &state.settings.reader) == *set)
        .filter_map(|annotation| {
            Some(Compared {
                id: annotation.id.clone(),
                kind: None,
                label: String::new(),
                span: annotation.note()?.span,
            })
        });
    let mut all: Vec<Compared> = findings.chain(notes).collect();
    all.sort_by_key(|mark| (mark.span.start, mark.span.end));
    all
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use sourcelight_annotation::{Annotation, Body, Judgement, Note, Part, Verdict};

    use super::*;
    use crate::{
        Action,
        audit::tests::{at, lit},
        reduce,
    };

    fn by(maker: Maker, id: &str, body: Body) -> Annotation {
        Annotation {
            id: id.into(),
            article: "urn:sha256:1".into(),
            body,
            maker,
            created: "2024-11-20T10:00:00Z".into(),
            modified: "2024-11-20T10:00:00Z".into(),
            deleted: None,
            carried: None,
        }
    }

    fn note(words: &str) -> Body {
        let (span, text) = (at(words), "?".into());
        Body::Note(Note { span, text })
    }

    fn claim(words: &str) -> Body {
        Body::Judgement(Judgement {
            verdict: Verdict::Added,
            kind: FindingKind::Unsourced,
            label: "event".into(),
            parts: vec![Part {
                role: Role::Claim,
                span: at(words),
            }],
            seen: Vec::new(),
            seen_label: String::new(),
        })
    }

    /// The machine's findings, two things of Ann's, one of the reader's, one out of a file.
    fn full() -> State {
        let ann = || Maker::Person("Ann".into());
        let annotations = vec![
            by(ann(), "urn:x:1", note("Rebels tortured")),
            by(ann(), "urn:x:2", claim("army shelled the town")),
            by(Maker::Reader, "urn:x:3", note("The army shelled the town")),
            by(
                Maker::File("class.jsonld".into()),
                "urn:x:4",
                note("the plan"),
            ),
        ];
        let arrived = Action::ArrivedFromElsewhere {
            article: "urn:sha256:1".into(),
            annotations,
        };
        reduce(&lit(), arrived)
    }

    fn ann() -> MarkSet {
        MarkSet::Of("Ann".into())
    }

    #[test]
    fn every_set_is_counted_and_hidden_by_itself() {
        let state = full();
        let counts: Vec<_> = sets(&state).into_iter().map(|s| (s.set, s.count)).collect();
        assert_eq!(
            counts,
            [
                (MarkSet::Machine, 4),
                (MarkSet::Own, 1),
                (ann(), 2),
                (MarkSet::Of("class.jsonld".into()), 1)
            ]
        );
        let hidden = reduce(&state, Action::SetToggled(ann()));
        let shown: Vec<_> = sets(&hidden).into_iter().map(|s| s.shown).collect();
        assert_eq!(shown, [true, true, false, true]);
        let again = reduce(&hidden, Action::SetToggled(ann()));
        assert_eq!(sets(&again), sets(&state));
        let own = reduce(&state, Action::SetToggled(MarkSet::Own));
        assert!(own.own_hidden);
    }

    #[test]
    fn what_the_reader_made_under_their_name_is_their_own() {
        let mut state = full();
        state.settings.reader = "Ann ".into();
        assert!(sets(&state).iter().all(|s| s.set != ann()));
        assert_eq!(sets(&state)[1].count, 3);
    }

    #[test]
    fn two_sets_are_compared_by_passage_and_kind() {
        let state = full();
        let words = |marks: &[Compared]| -> Vec<String> {
            let text = &state.article.as_ref().unwrap().article.text;
            marks.iter().map(|m| m.span.of(text).to_owned()).collect()
        };
        let compared = compare_sets(&state, &ann(), &MarkSet::Own);
        assert_eq!(compared.both.len(), 1);
        assert_eq!(words(&compared.only_first), ["Rebels tortured"]);
        assert!(compared.only_second.is_empty());
        let machine = compare_sets(&state, &MarkSet::Machine, &ann());
        // A note meets the contested point, the claim meets the claim.
        assert_eq!(machine.both.len(), 2);
        assert_eq!(
            words(&machine.only_first),
            ["Prices rose by 9 percent", "the plan works"]
        );
        let none = compare_sets(&state, &MarkSet::Of("nobody".into()), &MarkSet::Own);
        assert_eq!(none.only_second.len(), 1);
    }

    #[test]
    fn hidden_marks_of_others_are_not_drawn() {
        let mut state = full();
        let kept = state.article.as_mut().map(Rc::make_mut).unwrap();
        kept.article.blocks = vec![sourcelight_article::Block {
            kind: sourcelight_article::BlockKind::Paragraph,
            span: Span::new(0, kept.article.text.len()),
        }];
        let imported = |state: &State| {
            let marks = crate::marks(state);
            marks[0].iter().filter(|m| m.imported).count()
        };
        assert_eq!(imported(&state), 3);
        assert_eq!(imported(&reduce(&state, Action::SetToggled(ann()))), 1);
    }
}
