//! Chains of small readings.

use std::rc::Rc;

use sourcelight_analysis::{
    Analysis, Channel, Class, Entity, Link, Quote, SourceType, Tier,
    ViaBasis::{Explicit, Implicit, Inherited},
};
use sourcelight_article::Article;
use sourcelight_text::Span;

use super::*;
use crate::{Action, Kept, reduce};

/// Who speaks, and the carriers with how each link is known.
type Said<'a> = (usize, &'a [(usize, ViaBasis)]);

fn read(entities: usize, said: &[Said<'_>]) -> State {
    let entity = |i: usize| Entity {
        name: format!("voice {i}"),
        source_type: SourceType::Media,
        mentions: vec![Span::new(i, i + 1)],
        maybe_same: vec![],
    };
    let attribution = |(i, (speaker, via)): (usize, &Said<'_>)| Attribution {
        source: vec![],
        cue: vec![Span::new(i, i + 1)],
        content: vec![Span::new(i + 1, i + 2)],
        tier: Tier::Core,
        class: Class::Statement,
        quote: Quote::Indirect,
        source_type: SourceType::Media,
        named: true,
        channel: Channel::Unknown,
        anonymity: None,
        entity: Some(*speaker),
        via: via
            .iter()
            .map(|&(entity, basis)| Link { entity, basis })
            .collect(),
        parent: None,
        confidence: 1.0,
        why: String::new(),
    };
    let analysis = Analysis {
        entities: (0..entities).map(entity).collect(),
        attributions: said.iter().enumerate().map(attribution).collect(),
        ..Analysis::default()
    };
    let article = Rc::new(Kept {
        id: "a".into(),
        article: Article {
            text: "x".repeat(100),
            ..Article::default()
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
        analysis: Rc::new(analysis),
    };
    reduce(&reduce(&State::default(), open), arrived)
}

/// Every node as its way from the page, its basis and its passages.
fn told(state: &State, most: usize) -> Vec<String> {
    let tree = chain(state, most);
    let name = |node: &ChainNode| match &*node.voices {
        [] => "page".to_owned(),
        [one] => one.to_string(),
        many => format!("{}more", many.len()),
    };
    (0..tree.len())
        .map(|i| {
            let way = names_to(&tree, i, name).join(">");
            format!("{way} {} {}", tree[i].basis.word(), tree[i].passages)
        })
        .collect()
}

#[test]
fn the_way_of_a_finding_leads_over_what_its_carriers_are_given_for() {
    use crate::audit::tests::{analysis, lit};
    let state = lit();
    let finding = state.findings.iter().find(|f| {
        f.extended
            || !f.parts.is_empty() && f.kind == sourcelight_annotation::FindingKind::Attribution
    });
    let finding = finding.map(|f| f.id.clone()).unwrap();
    // The Post is given for nothing itself, so there is nothing to light.
    assert!(crate::way_to(&state, &finding).is_empty());
    let mut more = analysis();
    let mut told = more.attributions[0].clone();
    told.cue = vec![crate::audit::tests::at("reported")];
    told.source = vec![crate::audit::tests::at("the Post")];
    told.content = vec![crate::audit::tests::at("Prices rose")];
    (told.entity, told.via) = (Some(0), Vec::new());
    more.attributions.push(told);
    let state = crate::reduce(
        &state,
        crate::Action::AnalysisArrived {
            article: "urn:sha256:1".into(),
            analysis: std::rc::Rc::new(more),
        },
    );
    let way = crate::way_to(&state, &finding);
    assert_eq!(way.len(), 1);
    assert_ne!(way, [finding.as_str()]);
    assert!(crate::way_to(&state, way[0]).is_empty() && crate::way_to(&state, "none").is_empty());
}

#[test]
fn ways_that_begin_alike_share_their_nodes_and_what_was_said_once_is_said() {
    let said: [Said<'_>; 3] = [
        (2, &[(0, Implicit), (1, Inherited)]),
        (2, &[(0, Explicit), (1, Inherited)]),
        (1, &[(0, Inherited)]),
    ];
    assert_eq!(
        told(&read(3, &said), 9),
        [
            "page explicit 0",
            "page>0 explicit 0",
            "page>0>1 inherited 1",
            "page>0>1>2 inherited 2"
        ]
    );
}

#[test]
fn a_carrier_that_is_the_speaker_or_comes_again_is_left_out() {
    let said: [Said<'_>; 1] = [(1, &[(0, Explicit), (1, Explicit), (0, Explicit)])];
    assert_eq!(
        told(&read(2, &said), 9),
        [
            "page explicit 0",
            "page>0 explicit 0",
            "page>0>1 explicit 1"
        ]
    );
}

#[test]
fn carriers_come_first_and_many_ends_are_folded() {
    let said: [Said<'_>; 5] = [
        (1, &[]),
        (2, &[]),
        (3, &[]),
        (3, &[]),
        (4, &[(0, Inherited)]),
    ];
    assert_eq!(
        told(&read(5, &said), 2),
        [
            "page explicit 0",
            "page>2more explicit 3",
            "page>0 inherited 0",
            "page>0>4 inherited 1",
            "page>1 explicit 1"
        ]
    );
}

#[test]
fn rejected_passages_lead_nowhere() {
    let state = read(1, &[(0, &[])]);
    let finding = state.findings[0].id.clone();
    let rejected = reduce(
        &state,
        Action::FindingJudged {
            finding,
            verdict: sourcelight_annotation::Verdict::Rejected,
            id: "j".into(),
            at: String::new(),
        },
    );
    assert_eq!(told(&rejected, 9), ["page explicit 0"]);
}
