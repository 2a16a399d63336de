//! What an article is on paper: a number beside every voice, claim and contested point in the text, and the
//! lists that the numbers lead to.

use std::collections::BTreeMap;

use sourcelight_annotation::{FindingKind, Role};
use sourcelight_text::Span;

use crate::{Finding, State, marks::is_shown};

/// The numbers in the text, and what they lead to. Numbers of voices stand alone (`1`), those of claims
/// without a source begin with `U`, of contested points with `C`, of the reader's notes with `N`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// After which byte of the text which numbers stand.
    pub numbers: BTreeMap<usize, Vec<String>>,
    /// The numbers of the voices, each an index into [`State::voices`].
    pub voices: Vec<usize>,
    /// The claims without a source, as ids of findings.
    pub unsourced: Vec<String>,
    /// The contested points, as ids of findings.
    pub contested: Vec<String>,
    /// The reader's notes, as ids of annotations.
    pub notes: Vec<String>,
}

/// What the open article is on paper: all that is shown, in the order of the text.
pub fn paper(state: &State) -> Paper {
    let mut paper = Paper::default();
    let mut carried: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, voice) in state.voices.iter().enumerate() {
        for id in &voice.carries {
            carried.insert(id, index);
        }
    }
    for finding in state.findings.iter().filter(|f| is_shown(state, f)) {
        let number = match finding.kind {
            FindingKind::Attribution => carried
                .get(finding.id.as_str())
                .map(|voice| place_in(&mut paper.voices, *voice).to_string()),
            FindingKind::Unsourced => Some(format!(
                "U{}",
                place_in(&mut paper.unsourced, finding.id.clone())
            )),
            FindingKind::Controversy => Some(format!(
                "C{}",
                place_in(&mut paper.contested, finding.id.clone())
            )),
        };
        if let (Some(number), Some(span)) = (number, numbered(finding)) {
            paper.number(span, number);
        }
    }
    for note in state.notes().iter().filter(|_| !state.own_hidden) {
        if let Some(span) = note.note().map(|n| n.span) {
            let number = format!("N{}", place_in(&mut paper.notes, note.id.clone()));
            paper.number(span, number);
        }
    }
    paper
}

impl Paper {
    fn number(&mut self, span: Span, number: String) {
        let here = self.numbers.entry(span.end).or_default();
        if !here.contains(&number) {
            here.push(number);
        }
    }
}

/// The piece of a finding behind which its number stands: who says it, else how, else all of it.
fn numbered(finding: &Finding) -> Option<Span> {
    [
        Role::Source,
        Role::Cue,
        Role::Claim,
        Role::Point,
        Role::Content,
    ]
    .into_iter()
    .find_map(|role| finding.role(role).last())
}

/// The number of something in its list, from one on; it is put there where it is not yet.
fn place_in<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    let place = list.iter().position(|other| *other == item);
    place.unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    }) + 1
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use sourcelight_annotation::Part;

    use super::*;
    use crate::{Detail, Status};

    fn finding(kind: FindingKind, role: Role, start: usize, end: usize) -> Finding {
        Finding {
            id: format!("{kind:?}-{start}"),
            kind,
            label: String::new(),
            parts: vec![Part {
                role,
                span: Span::new(start, end),
            }],
            extended: false,
            status: Status::Suggested,
            by_hand: false,
            judged_by: None,
            detail: Detail::Kept,
        }
    }

    #[test]
    fn numbers_follow_the_text_and_what_is_rejected_has_none() {
        let mut rejected = finding(FindingKind::Unsourced, Role::Claim, 30, 40);
        rejected.status = Status::Rejected;
        let state = State {
            findings: Rc::new(vec![
                finding(FindingKind::Unsourced, Role::Claim, 0, 10),
                finding(FindingKind::Controversy, Role::Point, 5, 10),
                rejected,
                finding(FindingKind::Unsourced, Role::Claim, 50, 60),
            ]),
            ..State::default()
        };
        let paper = paper(&state);
        let numbers: Vec<_> = paper.numbers.into_iter().collect();
        let words = |all: &[&str]| all.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert_eq!(numbers, [(10, words(&["U1", "C1"])), (60, words(&["U2"]))]);
        assert_eq!(paper.unsourced, ["Unsourced-0", "Unsourced-50"]);
        assert!(paper.voices.is_empty());
    }
}
