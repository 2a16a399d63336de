use sourcelight_analysis::{Analysis, ClaimKind, CoverageState, Unsourced};
use sourcelight_annotation::{Annotation, Body};
use sourcelight_text::Span;

use super::*;

fn claims(spans: &[(usize, usize)]) -> Analysis {
    let unsourced = spans
        .iter()
        .map(|&(start, end)| Unsourced {
            span: Span::new(start, end),
            kind: ClaimKind::Event,
            coverage: CoverageState::None,
            why: String::new(),
        })
        .collect();
    Analysis {
        unsourced,
        ..Analysis::default()
    }
}

fn judged(verdict: Verdict, start: usize, end: usize) -> Annotation {
    Annotation {
        id: "urn:uuid:1".into(),
        article: String::new(),
        body: Body::Judgement(Judgement {
            verdict,
            kind: FindingKind::Unsourced,
            label: "event".into(),
            parts: vec![Part {
                role: Role::Claim,
                span: Span::new(start, end),
            }],
            seen: Vec::new(),
            seen_label: String::new(),
        }),
        created: String::new(),
        modified: String::new(),
        maker: sourcelight_annotation::Maker::Reader,
        deleted: None,
        carried: None,
    }
}

fn statuses(analysis: &Analysis, judgement: &Annotation) -> Vec<(usize, Status)> {
    findings(Some(analysis), std::iter::once(judgement))
        .iter()
        .map(|f| (f.start(), f.status))
        .collect()
}

#[test]
fn a_judgement_follows_its_finding_when_an_engine_finds_more_before_it() {
    let accepted = judged(Verdict::Accepted, 50, 90);
    assert_eq!(
        statuses(&claims(&[(0, 10), (20, 40), (52, 90)]), &accepted),
        [
            (0, Status::Suggested),
            (20, Status::Suggested),
            (50, Status::Accepted)
        ]
    );
}

#[test]
fn a_rejected_finding_stays_rejected_when_its_edges_move() {
    let rejected = judged(Verdict::Rejected, 50, 90);
    assert_eq!(
        statuses(&claims(&[(50, 80)]), &rejected),
        [(50, Status::Rejected)]
    );
    assert_eq!(
        statuses(&claims(&[(10, 40)]), &rejected),
        [(10, Status::Suggested)]
    );
}

#[test]
fn an_accepted_finding_that_the_engine_lost_stands_by_itself() {
    let accepted = judged(Verdict::Accepted, 50, 90);
    let all = findings(Some(&claims(&[])), std::iter::once(&accepted));
    assert_eq!(all.len(), 1);
    assert_eq!(
        (all[0].status, all[0].detail),
        (Status::Accepted, Detail::Kept)
    );
    assert_eq!(all[0].id, "unsourced-50-90");
}

#[test]
fn an_edited_finding_is_known_by_what_the_machine_showed() {
    let before = findings(Some(&claims(&[(50, 90)])), std::iter::empty());
    let moved = vec![Part {
        role: Role::Claim,
        span: Span::new(80, 120),
    }];
    let mut edited = judged(Verdict::Accepted, 0, 1);
    edited.body = Body::Judgement(before[0].edited("legal".into(), moved, None));
    let all = findings(Some(&claims(&[(50, 90)])), std::iter::once(&edited));
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].status, all[0].start()), (Status::Edited, 80));
    assert_eq!(all[0].label, "legal");
    // Changed once more, it still remembers the machine's place.
    let again = all[0].edited("event".into(), all[0].parts.clone(), edited.judgement());
    assert_eq!(again.known_by()[0].span.start, 50);
}

#[test]
fn what_the_reader_found_stands_beside_what_a_machine_finds_there() {
    let added = judged(Verdict::Added, 50, 90);
    let all = findings(Some(&claims(&[(50, 90)])), std::iter::once(&added));
    assert_eq!(all.len(), 2);
    assert_eq!(all.iter().filter(|f| f.by_hand).count(), 1);
}

#[test]
fn the_reader_sees_their_judgements_before_the_engine_has_answered() {
    let accepted = judged(Verdict::Accepted, 50, 90);
    assert_eq!(findings(None, std::iter::once(&accepted)).len(), 1);
}

#[test]
fn two_findings_at_one_place_have_two_ids() {
    let all = findings(Some(&claims(&[(0, 10), (0, 10)])), std::iter::empty());
    assert_ne!(all[0].id, all[1].id);
}
