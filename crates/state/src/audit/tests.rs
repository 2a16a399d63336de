use std::rc::Rc;

use sourcelight_analysis::{
    Anonymity, Attribution, Channel, Check, CheckKind, ClaimKind, Class, Controversy,
    CoverageState, Described, Entity, Link, Quote, SourceType, Tier, Topic, Unsourced, ViaBasis,
};
use sourcelight_annotation::AuditVerdict;
use sourcelight_article::Article;

use super::*;
use crate::{Action, Draft, DraftPlace, Kept, Mode, State, Status, reduce};

const AT: &str = "2024-11-20T10:00:00Z";
pub(crate) const TEXT: &str = "The army shelled the town. Prices rose by 9 percent. One official said the plan \
    works, the Post reported. Rebels tortured prisoners, it is said.";

pub(crate) fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn claim(words: &str, kind: ClaimKind, coverage: CoverageState) -> Unsourced {
    Unsourced {
        span: at(words),
        kind,
        coverage,
        why: String::new(),
    }
}

/// An article with one thing of every kind that the audit lists.
fn analysis() -> Analysis {
    let entity = |name: &str, source_type| Entity {
        name: name.into(),
        source_type,
        mentions: vec![at(name)],
        maybe_same: Vec::new(),
    };
    let said = Attribution {
        source: vec![at("One official")],
        cue: vec![at("said the")],
        content: vec![at("the plan works")],
        tier: Tier::Core,
        class: Class::Statement,
        quote: Quote::Indirect,
        source_type: SourceType::UnnamedIndividual,
        named: false,
        channel: Channel::Unknown,
        anonymity: Some(Anonymity {
            described: Described::Role,
            reason_given: false,
        }),
        entity: Some(1),
        via: vec![Link {
            entity: 0,
            basis: ViaBasis::Inherited,
        }],
        parent: None,
        confidence: 0.9,
        why: String::new(),
    };
    let check = |kind, words: &str| Check {
        kind,
        spans: vec![at(words)],
        question: format!("What of {words}?"),
    };
    Analysis {
        attributions: vec![said],
        entities: vec![
            entity("the Post", SourceType::Media),
            entity("One official", SourceType::UnnamedIndividual),
        ],
        unsourced: vec![
            claim(
                "Prices rose by 9 percent",
                ClaimKind::NumberOrStatistic,
                CoverageState::Blanket,
            ),
            claim(
                "The army shelled the town",
                ClaimKind::Event,
                CoverageState::None,
            ),
        ],
        controversies: vec![Controversy {
            topic: Topic::MissingResponse,
            kind: None,
            span: at("Rebels tortured prisoners"),
            severity: 2,
            why: String::new(),
            sides: Vec::new(),
            name: None,
        }],
        checks: vec![
            check(CheckKind::AnonymityWithoutReason, "One official"),
            check(CheckKind::FiguresDisagree, "9 percent"),
            check(CheckKind::MissingResponse, "Rebels tortured prisoners"),
        ],
        ..Analysis::default()
    }
}

pub(crate) fn lit() -> State {
    let article = Rc::new(Kept {
        id: "urn:sha256:1".into(),
        article: Article {
            text: TEXT.into(),
            ..Article::default()
        },
        opened: AT.into(),
    });
    let open = Action::ArticleOpened {
        article,
        annotations: Vec::new(),
        drafts: Vec::new(),
        stored: true,
    };
    let state = reduce(&State::default(), open);
    let state = reduce(&state, Action::ModeChosen(Mode::Audit));
    read_by(&state, analysis())
}

fn read_by(state: &State, analysis: Analysis) -> State {
    let arrived = Action::AnalysisArrived {
        article: "urn:sha256:1".into(),
        analysis: Rc::new(analysis),
    };
    reduce(state, arrived)
}

fn of(state: &State, kind: AuditKind) -> &AuditItem {
    state.audit.iter().find(|item| item.kind == kind).unwrap()
}

fn judged(state: &State, kind: AuditKind, verdict: Option<AuditVerdict>) -> State {
    let judge = Action::ItemJudged {
        item: of(state, kind).id.clone(),
        verdict,
        id: format!("urn:uuid:{}", kind.word()),
        at: AT.into(),
    };
    reduce(state, judge)
}

fn asked(state: &State, kind: AuditKind, question: Option<&str>) -> State {
    let ask = Action::DeskAsked {
        item: of(state, kind).id.clone(),
        question: question.map(str::to_owned),
        id: format!("urn:uuid:asked-{}", kind.word()),
        at: AT.into(),
    };
    reduce(state, ask)
}

fn undo(state: &State) -> State {
    reduce(state, Action::Undone { at: AT.into() })
}

#[test]
fn the_gravest_comes_first_and_nothing_stands_twice() {
    let state = lit();
    let listed: Vec<_> = state
        .audit
        .iter()
        .map(|item| (item.kind, item.at[0].of(TEXT)))
        .collect();
    assert_eq!(
        listed,
        [
            (AuditKind::Unsourced, "The army shelled the town"),
            (AuditKind::Unsourced, "Prices rose by 9 percent"),
            (AuditKind::Anonymous, "One official said the plan works"),
            (AuditKind::HiddenChain, "One official said the plan works"),
            (AuditKind::MissingReply, "Rebels tortured prisoners"),
            (AuditKind::Figures, "9 percent"),
        ]
    );
    assert_eq!(
        of(&state, AuditKind::MissingReply).ground,
        Ground::Point(0, Some(2))
    );
    assert_eq!(
        of(&state, AuditKind::HiddenChain).ground,
        Ground::Chain(vec![0])
    );
}

#[test]
fn a_voice_with_a_reason_or_a_shown_chain_is_no_item() {
    let mut analysis = analysis();
    analysis.attributions[0].anonymity = Some(Anonymity {
        described: Described::Role,
        reason_given: true,
    });
    analysis.attributions[0].via[0].basis = ViaBasis::Explicit;
    let state = read_by(&lit(), analysis);
    let has = |kind| state.audit.iter().any(|item| item.kind == kind);
    assert!(!has(AuditKind::Anonymous) && !has(AuditKind::HiddenChain));
}

#[test]
fn a_claim_is_decided_by_its_judgement_in_the_article_and_the_audit_alike() {
    let state = lit();
    let dismissed = judged(&state, AuditKind::Unsourced, Some(AuditVerdict::Dismissed));
    let item = of(&dismissed, AuditKind::Unsourced);
    assert_eq!(item.outcome, Outcome::Dismissed);
    let finding = dismissed.finding(item.finding.as_deref().unwrap()).unwrap();
    assert_eq!(finding.status, Status::Rejected);
    let back = judged(&dismissed, AuditKind::Unsourced, None);
    assert_eq!(of(&back, AuditKind::Unsourced).outcome, Outcome::Open);
    assert_eq!(
        of(&undo(&back), AuditKind::Unsourced).outcome,
        Outcome::Dismissed
    );
}

#[test]
fn what_is_decided_and_asked_is_counted_kept_and_undone() {
    let state = judged(&lit(), AuditKind::Figures, Some(AuditVerdict::Stands));
    let state = asked(&state, AuditKind::Figures, Some(" Which figure? "));
    let state = asked(&state, AuditKind::Unsourced, Some("Who says so?"));
    let expected = Progress {
        all: 6,
        done: 2,
        stand: 1,
        dismissed: 0,
        asked: 2,
    };
    assert_eq!(progress(&state.audit), expected);
    let figures = of(&state, AuditKind::Figures);
    assert_eq!(figures.question.as_deref(), Some("Which figure?"));
    // One annotation holds both words on one item, and all of it is to be stored.
    assert_eq!(state.annotations.len(), 2);
    assert_eq!(state.unsaved.annotations.len(), 2);
    let before = undo(&undo(&state));
    assert_eq!(progress(&before.audit).asked, 0);
    assert_eq!(of(&before, AuditKind::Figures).outcome, Outcome::Stands);
    assert!(progress(&undo(&before).audit) == progress(&lit().audit));
}

#[test]
fn a_word_that_says_nothing_any_more_is_deleted() {
    let state = asked(&lit(), AuditKind::Figures, Some("Which figure?"));
    let state = asked(&state, AuditKind::Figures, Some("  "));
    assert!(of(&state, AuditKind::Figures).question.is_none());
    assert!(state.annotations.values().all(|a| !a.is_live()));
    let never = judged(&lit(), AuditKind::Figures, None);
    assert!(never.annotations.is_empty());
}

#[test]
fn a_word_follows_its_item_and_stands_by_itself_where_that_is_gone() {
    let state = judged(&lit(), AuditKind::Figures, Some(AuditVerdict::Stands));
    let state = asked(&state, AuditKind::Anonymous, Some("Who is it?"));
    let mut moved = analysis();
    moved.checks[1].spans = vec![at("by 9 percent")];
    let state = read_by(&state, moved);
    assert_eq!(of(&state, AuditKind::Figures).outcome, Outcome::Stands);
    let none = read_by(&state, Analysis::default());
    let left: Vec<_> = none.audit.iter().map(|i| (i.kind, &i.ground)).collect();
    let word = &Ground::Word;
    assert_eq!(
        left,
        [(AuditKind::Anonymous, word), (AuditKind::Figures, word)]
    );
    let dismissed = judged(&lit(), AuditKind::Figures, Some(AuditVerdict::Dismissed));
    assert!(read_by(&dismissed, Analysis::default()).audit.is_empty());
}

#[test]
fn one_key_leads_to_what_is_left_and_comes_round() {
    let state = judged(&lit(), AuditKind::Anonymous, Some(AuditVerdict::Stands));
    let open = |item: &AuditItem| !item.is_done();
    let mut at = None;
    let mut seen = Vec::new();
    for _ in 0..6 {
        let next = next_item(&state.audit, at.as_deref(), true, open).unwrap();
        seen.push(next.kind);
        at = Some(next.id.clone());
    }
    assert_eq!(seen[2], AuditKind::HiddenChain);
    assert_eq!(seen[5], seen[0]);
    let last = next_item(&state.audit, None, false, open).unwrap();
    assert_eq!(last.kind, AuditKind::Figures);
    let before = next_item(&state.audit, Some(&last.id), false, open).unwrap();
    assert_eq!(before.kind, AuditKind::MissingReply);
    assert!(next_item(&[], None, true, |_| true).is_none());
    assert!(next_item(&state.audit, None, true, |_| false).is_none());
}

#[test]
fn a_mark_in_the_text_leads_to_its_item_and_the_modes_agree_on_the_focus() {
    let state = lit();
    let item = of(&state, AuditKind::Unsourced).clone();
    let finding = item.finding.clone().unwrap();
    let focused = reduce(&state, Action::FocusMoved(Some(finding.clone())));
    assert_eq!(focused.focus.as_ref(), Some(&item.id));
    assert_eq!(focused.lit(), [finding.as_str()]);
    let reading = reduce(&focused, Action::ModeChosen(Mode::Read));
    assert_eq!(reading.focus, Some(finding));
    let again = reduce(&reading, Action::ModeChosen(Mode::Audit));
    assert_eq!(again.focus, Some(item.id));
}

#[test]
fn the_desk_gets_one_message_with_quote_title_and_address() {
    let about = [
        "The title, The Post".to_owned(),
        String::new(),
        "https://e.org/".to_owned(),
    ];
    let none = message("Questions", &about, TEXT, &lit().audit);
    assert_eq!(none, "");
    let state = asked(&lit(), AuditKind::Unsourced, Some("Who\nsays so?"));
    let state = asked(&state, AuditKind::Figures, Some("Which figure?"));
    assert_eq!(
        message("Questions", &about, TEXT, &state.audit),
        "Questions\nThe title, The Post\nhttps://e.org/\n\n1. Who says so?\n   “The army shelled the town”\n\n2. Which figure?\n   “9 percent”\n"
    );
}

#[test]
fn a_note_on_an_item_is_written_at_the_item() {
    let state = lit();
    let item = of(&state, AuditKind::Figures).clone();
    let draft = |span| {
        Action::DraftStarted(Draft {
            id: "urn:uuid:n".into(),
            article: "urn:sha256:1".into(),
            place: DraftPlace::Note(span),
            text: String::new(),
            at: AT.into(),
        })
    };
    let state = reduce(&state, Action::FocusMoved(Some(item.id.clone())));
    let begun = reduce(&state, draft(item.at[0]));
    assert_eq!(begun.mode, Mode::Audit);
    let noted = Action::NoteAdded {
        id: "urn:uuid:n".into(),
        span: item.at[0],
        text: "called".into(),
        at: AT.into(),
    };
    let noted = reduce(&begun, noted);
    assert_eq!((noted.focus, noted.mode), (Some(item.id), Mode::Audit));
    assert_eq!(reduce(&state, draft(at("The army"))).mode, Mode::Read);
}
