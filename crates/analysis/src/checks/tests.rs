//! Which questions a story raises, read from its text by the whole engine.

use crate::{CheckKind, Options, analyze};
use sourcelight_article::open_plain_text;

fn asked(text: &str) -> Vec<CheckKind> {
    let article = open_plain_text(text);
    let checks = analyze(&article, &Options::default()).checks;
    for check in &checks {
        assert!(
            check.question.ends_with('?') && !check.spans.is_empty(),
            "{check:?}"
        );
    }
    checks.into_iter().map(|c| c.kind).collect()
}

#[test]
fn a_story_on_unnamed_voices_raises_questions() {
    let text = "Cabinet backs new port - Gazette.\n\
        The cabinet has backed the new port. The money is there.\n\
        This was reported by the Daily Page, citing the Gazette.\n\
        Officials told the newspaper that the port is needed.\n\
        One official said that the work will start in May. According to this official, it will take a year.\n";
    let asked = asked(text);
    assert!(
        asked.contains(&CheckKind::AnonymityWithoutReason),
        "{asked:?}"
    );
    assert!(asked.contains(&CheckKind::PluralForOneSource), "{asked:?}");
}

#[test]
fn a_reason_given_is_no_question() {
    let text = "Port deal near\n\nA diplomat, who spoke on condition of anonymity because the talks are private, \
        said that the deal is near. \"It is close,\" said Ann Lee, the mayor.\n";
    assert!(!asked(text).contains(&CheckKind::AnonymityWithoutReason));
}

#[test]
fn a_story_with_named_voices_raises_none() {
    let text = "Port deal near\n\nMayor Ann Lee said on Monday that the deal is near. \"It is close,\" said John Roe, \
        the head of the port. Residents said they were glad.\n";
    assert_eq!(asked(text), []);
}

#[test]
fn one_voice_alone_is_asked_about() {
    let text = "Port to close\n\nThe port will close in May, spokesman John Roe said. Roe said that it has no money. \
        He said the workers will be paid. \"We are sorry,\" Roe said.\n";
    assert!(asked(text).contains(&CheckKind::SingleSource));
}

#[test]
fn figures_that_disagree_are_asked_about() {
    let text = "Arms deal signed\n\nThe contract is worth 1.9bn kroner, Mayor Ann Lee said. Papers seen by \
        John Roe put the value of the contract at 2.4bn kroner.\n";
    assert!(asked(text).contains(&CheckKind::FiguresDisagree));
}

#[test]
fn a_charge_without_a_reply_is_asked_about() {
    let text = "Army sends troops\n\nThe army sent troops to the town. Villagers in Tumba say Northern Shield \
        soldiers tortured prisoners in a school.\n";
    assert!(asked(text).contains(&CheckKind::MissingResponse));
}

#[test]
fn a_conclusion_of_the_outlets_own_is_asked_about() {
    let text = "Mines to be sent\n\nAnn Lee, the minister, said that the mines will be of a newer kind. This means \
        that farmers are safe everywhere. John Roe welcomed it.\n";
    assert!(asked(text).contains(&CheckKind::DoesNotFollow));
    let text = "Mines to be sent\n\nAnn Lee, the minister, said that the mines run on batteries. This means that \
        they need batteries. John Roe welcomed it.\n";
    assert!(!asked(text).contains(&CheckKind::DoesNotFollow));
}

#[test]
fn a_flat_forecast_is_asked_about() {
    let text = "Army sends troops\n\nThe army sent troops and artillery to the front. The mines will stop the \
        advance. Soldiers dug in.\n";
    assert!(asked(text).contains(&CheckKind::ForecastAsFact));
}
