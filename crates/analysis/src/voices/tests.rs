//! Who the voices of small stories are, and how they reached the page.

use crate::model::{Analysis, Options, SourceType};
use crate::testing::paragraphs;

fn read(text: &str) -> Analysis {
    crate::analyze(&paragraphs(text), &Options::default())
}

/// The voice of each attribution: its name, kind, and whether it can be looked up.
fn voices(text: &str) -> Vec<(String, SourceType, bool)> {
    let analysis = read(text);
    let voice = |a: &crate::Attribution| {
        let name = a.entity.map(|e| analysis.entities[e].name.clone());
        (name.unwrap_or_default(), a.source_type, a.named)
    };
    analysis.attributions.iter().map(voice).collect()
}

/// The carriers of each attribution, outermost first.
fn chains(text: &str) -> Vec<Vec<String>> {
    let analysis = read(text);
    let name = |l: &crate::Link| analysis.entities[l.entity].name.clone();
    let chain = |a: &crate::Attribution| a.via.iter().map(name).collect();
    analysis.attributions.iter().map(chain).collect()
}

#[test]
fn a_bare_title_names_nobody_but_finds_who_bears_it() {
    let (_, kind, named) = voices("The minister said that the road was closed.").remove(0);
    assert_eq!((kind, named), (SourceType::UnnamedIndividual, false));
    let found = voices(
        "Interior Minister Jane Doe said that the road was closed. The minister said that it would open soon.",
    );
    assert_eq!(
        found[1],
        ("Jane Doe".to_owned(), SourceType::NamedIndividual, true)
    );
}

#[test]
fn a_voice_is_called_by_its_fullest_name_with_the_article_the_text_has() {
    let found = voices(
        "The Washington Post reported that the bank had closed. The Post wrote that it was broke.",
    );
    assert!(
        found.iter().all(|v| v.0 == "The Washington Post"),
        "{found:?}"
    );
    let found = voices("The Pentagon said that the road was closed.");
    assert_eq!(found[0].0, "The Pentagon");
}

#[test]
fn i_is_whoever_is_quoted() {
    let analysis = read("\"I think that the road was closed all day,\" Jane Doe said.");
    assert!(analysis.attributions.iter().all(|a| a.entity == Some(0)));
    assert_eq!(analysis.entities[0].name, "Jane Doe");
    assert_eq!(analysis.entities[0].mentions.len(), 2);
}

#[test]
fn she_is_not_the_man_named_last() {
    let found = voices(
        "Ms Jane Doe said that the road was closed. Mr John Smith said that it was open. She said that he was wrong.",
    );
    assert_eq!(found[2].0, "Jane Doe");
}

#[test]
fn several_bodies_without_a_name_are_a_group() {
    let found = voices("Consumer associations said that prices had doubled.");
    assert_eq!((found[0].1, found[0].2), (SourceType::UnnamedGroup, false));
    let found = voices("The authorities said that prices had doubled.");
    assert_eq!(found[0].1, SourceType::Institution);
}

#[test]
fn the_outlet_that_was_spoken_to_is_in_the_chain() {
    for text in [
        "Jane Doe, in remarks to Sky News, said that the road was closed.",
        "Jane Doe told Sky News that the road was closed.",
        "A letter seen by Sky News says that the road was closed.",
    ] {
        assert_eq!(chains(text), [["Sky News"]], "{text}");
    }
}

#[test]
fn a_paper_that_an_outlet_has_seen_stays_known_from_it() {
    let found = chains(
        "A letter seen by Sky News says that the road was closed. The letter adds that it will open.",
    );
    assert_eq!(found, [["Sky News"], ["Sky News"]]);
}
