//! Voices over readings of a small text, where every byte is known.

use sourcelight_analysis::{
    Attribution, Class, Controversy, Described, Entity, Quote, Side, Stance, Tier, Topic,
};
use sourcelight_annotation::Body;
use sourcelight_text::Span;

use super::*;
use crate::{Action, Kept, State, findings, reduce};

const TEXT: &str =
    "Press secretary Ann Lee said one. One official said two. The official said three.";

fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn entity(name: &str, mention: &str, source_type: SourceType, maybe_same: &[usize]) -> Entity {
    Entity {
        name: name.into(),
        source_type,
        mentions: vec![at(mention)],
        maybe_same: maybe_same.to_vec(),
    }
}

fn said(entity: usize, content: &str, anonymity: Option<Anonymity>) -> Attribution {
    let content = at(content);
    Attribution {
        source: vec![],
        cue: vec![Span::new(content.start - 5, content.start - 1)],
        content: vec![content],
        tier: Tier::Core,
        class: Class::Statement,
        quote: Quote::Indirect,
        source_type: SourceType::UnnamedIndividual,
        named: false,
        channel: Channel::PublicSpeech,
        anonymity,
        entity: Some(entity),
        via: vec![],
        parent: None,
        confidence: 1.0,
        why: String::new(),
    }
}

fn reading() -> Analysis {
    let unnamed = SourceType::UnnamedIndividual;
    let described = |described| {
        Some(Anonymity {
            described,
            reason_given: false,
        })
    };
    Analysis {
        entities: vec![
            entity(
                "Ann Lee",
                "Press secretary Ann Lee",
                SourceType::NamedIndividual,
                &[],
            ),
            entity("one official", "One official", unnamed, &[2]),
            entity("the official", "The official", unnamed, &[1]),
        ],
        attributions: vec![
            said(0, "one.", None),
            said(1, "two.", described(Described::Role)),
            said(2, "three.", described(Described::RoleAgencyKnowledge)),
        ],
        ..Analysis::default()
    }
}

fn place(name: &str, words: &str) -> VoicePlace {
    VoicePlace {
        name: name.into(),
        at: at(words),
    }
}

fn word(id: &str, voice: VoicePlace, says: VoiceSays) -> Annotation {
    Annotation {
        id: id.into(),
        article: String::new(),
        body: Body::Voice(VoiceWord { voice, says }),
        created: String::new(),
        modified: String::new(),
        maker: sourcelight_annotation::Maker::Reader,
        deleted: None,
        carried: None,
    }
}

fn merge() -> Annotation {
    let other = VoiceSays::SameAs(place("one official", "One official"));
    word("m", place("the official", "The official"), other)
}

fn heard(analysis: &Analysis, words: &[Annotation]) -> Vec<Voice> {
    let found = findings(Some(analysis), std::iter::empty());
    voices(TEXT, analysis, &found, words.iter(), false)
}

fn names(list: &[Voice]) -> Vec<(&str, usize)> {
    list.iter()
        .map(|v| (v.name.as_str(), v.carries.len()))
        .collect()
}

#[test]
fn every_voice_stands_alone_until_the_reader_merges() {
    let list = heard(&reading(), &[]);
    assert_eq!(
        names(&list),
        [("Ann Lee", 1), ("one official", 1), ("the official", 1)]
    );
    assert_eq!(
        (&*list[1].maybe_same, &*list[2].maybe_same),
        (&[2][..], &[1][..])
    );
    let total = list.iter().map(|v| v.bytes).sum();
    assert_eq!(
        list.iter().map(|v| v.share(total)).collect::<Vec<_>>(),
        [29, 29, 43]
    );
    assert_eq!(
        list[0].introduced.as_deref(),
        Some("Press secretary Ann Lee")
    );
}

#[test]
fn a_merge_gathers_what_both_carry_and_knows_the_best_of_both() {
    let list = heard(&reading(), &[merge()]);
    assert_eq!(names(&list), [("Ann Lee", 1), ("one official", 2)]);
    let merged = &list[1];
    assert_eq!(merged.entities, [1, 2]);
    assert!(merged.maybe_same.is_empty());
    assert_eq!(merged.merges, [("m".into(), "the official".into())]);
    assert_eq!(
        merged.anonymity.unwrap().described,
        Described::RoleAgencyKnowledge
    );
}

#[test]
fn a_merge_made_from_either_side_is_told_by_the_voice_that_came_second() {
    let says = VoiceSays::SameAs(place("the official", "The official"));
    let from_first = word("m", place("one official", "One official"), says);
    for merge in [merge(), from_first] {
        let list = heard(&reading(), &[merge]);
        assert_eq!(list[1].merges, [("m".into(), "the official".into())]);
    }
}

#[test]
fn a_merge_holds_when_the_engine_counts_its_voices_differently_or_moves_an_edge() {
    let mut other = reading();
    other.entities.remove(0);
    other.attributions.remove(0);
    for attribution in &mut other.attributions {
        attribution.entity = attribution.entity.map(|e| e - 1);
    }
    for entity in &mut other.entities {
        entity.maybe_same.clear();
    }
    other.entities[1].name = "official".into();
    other.entities[1].mentions[0].start += 4;
    assert_eq!(names(&heard(&other, &[merge()])), [("one official", 2)]);
}

#[test]
fn a_merge_of_what_is_gone_or_deleted_or_made_twice_changes_nothing() {
    let gone = VoicePlace {
        name: "nobody".into(),
        at: Span::new(0, 1),
    };
    let one = place("one official", "One official");
    let lost = word("l", gone, VoiceSays::SameAs(one));
    assert_eq!(heard(&reading(), &[lost]).len(), 3);
    let deleted = Annotation {
        deleted: Some("2024".into()),
        ..merge()
    };
    assert_eq!(heard(&reading(), &[deleted]).len(), 3);
    let twice = heard(&reading(), &[merge(), merge()]);
    assert_eq!((twice.len(), twice[1].merges.len()), (2, 1));
}

#[test]
fn a_voice_merged_with_a_named_one_goes_by_the_name() {
    let says = VoiceSays::SameAs(place("Ann Lee", "Press secretary Ann Lee"));
    let list = heard(
        &reading(),
        &[word("m", place("one official", "One official"), says)],
    );
    assert_eq!(names(&list), [("Ann Lee", 2), ("the official", 1)]);
    assert!(list[0].is_named());
}

#[test]
fn what_the_text_tells_is_filled_in_and_the_rest_is_left_to_the_reader() {
    let mut analysis = reading();
    analysis.controversies = vec![Controversy {
        topic: Topic::Legality,
        kind: None,
        span: at("two."),
        severity: 1,
        why: String::new(),
        sides: vec![Side {
            stance: Stance::Against,
            attribution: Some(1),
            entity: Some(1),
        }],
        name: None,
    }];
    let clues = |list: &[Voice], voice: usize| -> Vec<Clue> {
        list[voice].clues.iter().map(|(_, clue)| *clue).collect()
    };
    let speech = Clue::CanBeLookedUp(Channel::PublicSpeech);
    let list = heard(&analysis, &[]);
    assert_eq!(
        clues(&list, 0),
        [
            Clue::Silent,
            Clue::Others(2),
            speech,
            Clue::OfficeGiven,
            Clue::Named
        ]
    );
    assert_eq!(
        clues(&list, 1),
        [
            Clue::TakesSide(Topic::Legality),
            Clue::Others(2),
            speech,
            Clue::OfficeGiven,
            Clue::UnnamedWithoutReason
        ]
    );
    analysis.attributions.truncate(1);
    assert_eq!(clues(&heard(&analysis, &[]), 0)[1], Clue::Alone);
}

#[test]
fn an_answer_of_the_reader_stands_beside_the_clue() {
    let says = VoiceSays::Answers(Question::Independent, Answer::No);
    let list = heard(
        &reading(),
        &[word("a", place("Ann Lee", "Press secretary Ann Lee"), says)],
    );
    assert_eq!(
        list[0].answers.get(&Question::Independent),
        Some(&(Answer::No, "a".to_owned()))
    );
    assert!(list[1].answers.is_empty());
}

/// The state with [`reading`] arrived, whose voices can then be acted on.
fn lit() -> State {
    let article = std::rc::Rc::new(Kept {
        id: "a".into(),
        article: sourcelight_article::Article {
            text: TEXT.into(),
            ..Default::default()
        },
        opened: String::new(),
    });
    let open = Action::ArticleOpened {
        article,
        annotations: vec![],
        drafts: Vec::new(),
        stored: true,
    };
    let arrived = Action::AnalysisArrived {
        article: "a".into(),
        analysis: std::rc::Rc::new(reading()),
    };
    reduce(&reduce(&State::default(), open), arrived)
}

fn merged(state: &State) -> State {
    let merge = Action::VoicesMerged {
        voice: state.voices[2].id.clone(),
        with: state.voices[1].id.clone(),
        id: "m".into(),
        at: "1".into(),
    };
    reduce(state, merge)
}

fn at_time(make: fn(String) -> Action) -> Action {
    make("2".into())
}

#[test]
fn merging_is_undone_redone_and_split_and_is_to_be_stored() {
    let state = merged(&lit());
    assert_eq!(state.voices.len(), 2);
    assert!(state.unsaved.annotations.contains_key("m"));
    let focused = state.focus.as_deref().and_then(|id| state.voice(id));
    assert_eq!(focused.map(|v| v.carries.len()), Some(2));
    let undone = reduce(&state, at_time(|at| Action::Undone { at }));
    assert_eq!(undone.voices.len(), 3);
    let redone = reduce(&undone, at_time(|at| Action::Redone { at }));
    assert_eq!(redone.voices, state.voices);
    let split = Action::VoicesSplit {
        merge: "m".into(),
        at: "3".into(),
    };
    let split = reduce(&redone, split);
    assert_eq!(split.voices.len(), 3);
    let back = reduce(&split, at_time(|at| Action::Undone { at }));
    assert_eq!(back.voices.len(), 2);
}

#[test]
fn a_voice_is_not_merged_with_itself_or_with_what_is_gone() {
    let state = lit();
    for with in [state.voices[2].id.clone(), "voice-gone".into()] {
        let merge = Action::VoicesMerged {
            voice: state.voices[2].id.clone(),
            with,
            id: "m".into(),
            at: "1".into(),
        };
        assert_eq!(reduce(&state, merge), state);
    }
}

#[test]
fn an_answer_is_changed_in_place_taken_back_and_undone() {
    let answer = |state: &State, answer, id: &str| {
        let answered = Action::VoiceAnswered {
            voice: state.voices[0].id.clone(),
            question: Question::Verifies,
            answer,
            id: id.into(),
            at: "1".into(),
        };
        reduce(state, answered)
    };
    let given = |state: &State| {
        let answers = &state.voices[0].answers;
        answers.get(&Question::Verifies).map(|(answer, _)| *answer)
    };
    let yes = answer(&lit(), Some(Answer::Yes), "1");
    let no = answer(&yes, Some(Answer::No), "2");
    assert_eq!((given(&no), no.annotations.len()), (Some(Answer::No), 1));
    let none = answer(&no, None, "3");
    assert_eq!(given(&none), None);
    assert_eq!(
        given(&reduce(&none, at_time(|at| Action::Undone { at }))),
        Some(Answer::No)
    );
    assert_eq!(answer(&lit(), None, "1"), lit());
}

#[test]
fn a_voice_in_focus_or_pointed_at_lights_all_it_carries() {
    let state = merged(&lit());
    assert_eq!(state.lit(), state.voices[1].carries);
    let pointed = Action::VoiceLit(Some(state.voices[0].id.clone()));
    let pointed = reduce(&state, pointed);
    assert_eq!(pointed.lit(), state.voices[0].carries);
    let finding = Action::FocusMoved(Some(state.findings[0].id.clone()));
    let state = reduce(&reduce(&pointed, Action::VoiceLit(None)), finding);
    assert_eq!(state.lit(), [state.findings[0].id.as_str()]);
}
