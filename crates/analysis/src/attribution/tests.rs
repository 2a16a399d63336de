//! Cases with their spans marked under the text, and look-alikes that must stay silent.

use proptest::prelude::*;
use sourcelight_text::Span;

use crate::testing::{marked, paragraphs};
use crate::{Analysis, Convention, Options, analyze};

/// Asserts that some attribution has exactly the marked source, cue and content.
#[track_caller]
fn found(source: &str) -> Analysis {
    let marked = marked(source);
    let analysis = analyze(&paragraphs(&marked.text), &Options::default());
    let part = |role: &str| -> Vec<&str> {
        marked
            .parts
            .iter()
            .filter(|p| p.0 == role)
            .map(|p| p.1.of(&marked.text))
            .collect()
    };
    let words =
        |spans: &[Span]| -> Vec<&str> { spans.iter().map(|s| s.of(&marked.text)).collect() };
    let all: Vec<_> = analysis
        .attributions
        .iter()
        .map(|a| (words(&a.source), words(&a.cue), words(&a.content)))
        .collect();
    let wanted = (part("source"), part("cue"), part("content"));
    assert!(all.contains(&wanted), "wanted {wanted:?}, found {all:#?}");
    analysis
}

#[track_caller]
fn silent(text: &str) {
    let analysis = analyze(&paragraphs(text), &Options::default());
    assert!(
        analysis.attributions.is_empty(),
        "{:#?}",
        analysis.attributions
    );
}

#[test]
fn a_reporting_verb_before_that() {
    found(
        "The finance minister has stated that taxes would rise next year.
^^^^^^^^^^^^^^^^^^^^ source
                     ^^^^^^^^^^ cue
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn an_adverb_stays_outside_the_cue() {
    found(
        "The ministry also said the bridge would stay closed.
^^^^^^^^^^^^ source
                  ^^^^ cue
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn a_person_is_the_name_without_titles() {
    found(
        "Prime Minister Ana Brnabic said the talks had failed.
               ^^^^^^^^^^^ source
                           ^^^^ cue
                                ^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn a_quotation_split_by_its_speaker() {
    found(
        "\"We will rebuild,\" said Maria Lopez, \"and we will remember.\"
^^^^^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^^^^^ content
                   ^^^^ cue
                        ^^^^^^^^^^^ source",
    );
}

#[test]
fn a_quotation_of_several_sentences_is_one_content() {
    let analysis = found(
        "'The roads are closed. Nobody can leave the states' north. We wait for help,' said the mayor of Lund.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                                                              ^^^^ cue
                                                                                   ^^^^^^^^^^^^^^^^^ source",
    );
    assert_eq!(analysis.attributions[0].quote, crate::Quote::Direct);
}

#[test]
fn according_to_before_and_behind() {
    found(
        "According to the coast guard, two boats sank off Malta.
^^^^^^^^^^^^ cue
             ^^^^^^^^^^^^^^^ source
                              ^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    found(
        "Two boats sank off Malta, according to the coast guard.
^^^^^^^^^^^^^^^^^^^^^^^^ content
                          ^^^^^^^^^^^^ cue
                                       ^^^^^^^^^^^^^^^ source",
    );
}

#[test]
fn as_an_outlet_writes() {
    found(
        "As Reuters writes, the deal was never signed.
   ^^^^^^^ source
           ^^^^^^ cue
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn a_blanket_names_its_carriers() {
    let analysis = found(
        "The bank has closed its branches in the north.
This was reported by Interfax, citing Kommersant.
^^^^ content
     ^^^^^^^^^^^^ cue
                     ^^^^^^^^ source
One official said that customers would be paid.",
    );
    let last = analysis
        .attributions
        .last()
        .map(|a| a.via.clone())
        .unwrap_or_default();
    let names: Vec<_> = last
        .iter()
        .map(|l| analysis.entities[l.entity].name.as_str())
        .collect();
    assert_eq!(names, ["Interfax", "Kommersant"]);
}

#[test]
fn a_promise_belongs_to_what_who_refers_to() {
    found(
        "It was a victory for Jane Doe, who promised to end the strike.
                     ^^^^^^^^ source
                                   ^^^^^^^^ cue
                                            ^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn two_unnamed_voices_are_offered_and_not_joined() {
    let article = paragraphs(
        "One official said that the road was mined.\nThe official said that nobody had been hurt.",
    );
    let analysis = analyze(&article, &Options::default());
    let entities: Vec<_> = analysis
        .attributions
        .iter()
        .filter_map(|a| a.entity)
        .collect();
    assert_eq!(entities.len(), 2);
    assert_ne!(entities[0], entities[1]);
    assert_eq!(analysis.entities[entities[0]].maybe_same, [entities[1]]);
    assert!(
        analysis
            .attributions
            .iter()
            .all(|a| !a.named && a.anonymity.is_some())
    );
}

#[test]
fn a_surname_and_a_pronoun_find_their_person() {
    let article = paragraphs(
        "Enver Solomon said the system had failed. Solomon added that it could be mended. He said work had begun.",
    );
    let analysis = analyze(&article, &Options::default());
    let entities: Vec<_> = analysis
        .attributions
        .iter()
        .filter_map(|a| a.entity)
        .collect();
    assert_eq!(entities, [0, 0, 0]);
    assert_eq!(analysis.entities[0].name, "Enver Solomon");
}

#[test]
fn an_attitude_inside_a_statement_has_a_parent() {
    let article = paragraphs("Officials said that the army is concerned about the attacks.");
    let analysis = analyze(&article, &Options::default());
    let parents: Vec<_> = analysis.attributions.iter().map(|a| a.parent).collect();
    assert_eq!(parents, [None, Some(0)]);
}

#[test]
fn look_alikes_stay_silent() {
    silent("The bridge was built in 1932 and repaired twice.");
    silent("The states' law and Kyiv's 'grand' plan were old news by then.");
    silent("Trains run from Monday to Friday at 9:30 in the morning.");
    silent("Hackers attacked the website on Sunday.");
    silent("The storm drove boats onto the rocks.");
}

#[test]
fn polnear_has_that_and_also_inside() {
    let article = paragraphs("The ministry also said that the bridge would stay closed.");
    let analysis = analyze(
        &article,
        &Options {
            convention: Convention::Polnear,
            ..Options::default()
        },
    );
    let first = &analysis.attributions[0];
    assert_eq!(first.cue[0].of(&article.text), "also said");
    assert_eq!(
        first.content[0].of(&article.text),
        "that the bridge would stay closed"
    );
}

#[test]
fn nothing_comes_of_nothing() {
    for text in [
        "",
        "\n\n",
        "   ",
        "'",
        "\"",
        "“",
        "’’",
        ":",
        "according to",
        "said",
        "— WP",
        "\u{202e}🕊",
    ] {
        analyze(&paragraphs(text), &Options::default());
    }
}

/// Words that rules look for, so that random texts run into them.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "said",
            "according to",
            "that",
            "The",
            "official",
            ",",
            ".",
            ": ",
            "\"",
            "'",
            "“",
            "”",
            "’s",
            "(",
            ")",
            " - ",
            "who",
            "citing",
            "was reported by",
            "This",
            "WP",
            "The Washington Post",
            "and",
            "he",
            "concerns",
            "to",
            "told",
            "reluctant",
            "is",
            "\n",
            "Mr.",
            "As",
            "i",
            "the i",
            "reportedly",
            "!",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
        "[a-zA-Z]{1,9}",
    ];
    let space = prop_oneof![3 => Just(" "), 1 => Just("")];
    prop::collection::vec((piece, space), 0..60).prop_map(|pieces| {
        pieces
            .iter()
            .map(|(piece, space)| format!("{piece}{space}"))
            .collect()
    })
}

proptest! {
    #[test]
    fn any_text_is_analysed_and_every_span_fits(text in newsy()) {
        let article = paragraphs(&text);
        for convention in [Convention::Sourcelight, Convention::Polnear] {
            let analysis = analyze(&article, &Options { convention, ..Options::default() });
            for (index, a) in analysis.attributions.iter().enumerate() {
                prop_assert!(!a.cue.is_empty());
                for span in a.source.iter().chain(&a.cue).chain(&a.content) {
                    prop_assert!(!span.is_empty() && text.get(span.start..span.end).is_some());
                }
                for part in [&a.source, &a.cue, &a.content] {
                    prop_assert!(part.windows(2).all(|w| w[0].end <= w[1].start));
                }
                prop_assert!(a.parent.is_none_or(|p| p != index && p < analysis.attributions.len()));
                prop_assert!(a.entity.is_none_or(|e| e < analysis.entities.len()));
                prop_assert!(a.via.iter().all(|l| l.entity < analysis.entities.len()));
            }
        }
    }
}
/// Verbs of speech and belief with the past that news uses.
const SPEAK: &[&str] = &[
    "said",
    "stated",
    "claimed",
    "argued",
    "announced",
    "noted",
    "added",
    "insisted",
    "warned",
    "explained",
    "acknowledged",
    "admitted",
    "estimated",
    "believed",
    "suggested",
    "reported",
    "confirmed",
    "denied",
    "alleged",
    "maintained",
    "stressed",
    "concluded",
    "found",
    "revealed",
    "predicted",
    "declared",
    "testified",
    "asserted",
    "contended",
    "remarked",
    "observed",
    "reiterated",
    "wrote",
    "complained",
    "conceded",
    "emphasised",
    "emphasized",
    "recalled",
    "indicated",
    "promised",
    "vowed",
    "pointed out",
    "cautioned",
    "disclosed",
    "reasoned",
];

#[test]
fn every_verb_of_speech_is_found_wherever_news_puts_it() {
    let mut missed = Vec::new();
    for verb in SPEAK {
        for source in [
            "Whitmore",
            "the ministry",
            "a spokesman for the army",
            "residents",
        ] {
            for frame in [
                "S V that the convoy had crossed the river.",
                "S V the convoy had crossed the river on Monday.",
                "The convoy had crossed the river, S V.",
                "The convoy, S V, had crossed the river.",
                "\"The convoy has crossed the river,\" V S.",
                "S V: \"The convoy has crossed the river.\"",
            ] {
                let mut text = frame.replace('S', source).replace('V', verb);
                text[..1].make_ascii_uppercase();
                let text = format!("Fighting went on.\n{text}\nThe weather was good.");
                let analysis = analyze(&crate::testing::paragraphs(&text), &Options::default());
                let found = analysis.attributions.iter().any(|a| {
                    let cue = a.cue.iter().any(|s| s.of(&text).contains(verb));
                    let by = a
                        .source
                        .iter()
                        .any(|s| s.of(&text).eq_ignore_ascii_case(source));
                    cue && by
                });
                if !found {
                    missed.push(text);
                }
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_the_wire_cases_mark_is_found() {
    let mut wrong = Vec::new();
    for line in include_str!("wire_cases.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (known, line) = match line.strip_prefix("~ ") {
            Some(line) => (false, line),
            None => (true, line),
        };
        let (sentence, source, cue) = unmarked(line);
        let text = format!("Fighting went on for a third day in the north.\n{sentence}");
        let analysis = analyze(&crate::testing::paragraphs(&text), &Options::default());
        let words = |spans: &[sourcelight_text::Span]| {
            spans
                .iter()
                .map(|s| s.of(&text).to_owned())
                .collect::<Vec<_>>()
        };
        let found = analysis.attributions.iter().any(|a| {
            words(&a.cue)
                .iter()
                .any(|c| c.contains(&cue) || cue.contains(c.as_str()))
                && words(&a.source) == source.iter().cloned().collect::<Vec<_>>()
                && !a.content.is_empty()
        });
        if found != known {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The sentence without its marks, the source if one is marked, and the cue.
fn unmarked(line: &str) -> (String, Option<String>, String) {
    let part = |mark: &str| {
        let rest = line.split_once(mark)?.1;
        Some(rest.split_once('»')?.0.to_owned())
    };
    let sentence = line.replace("S«", "").replace("C«", "").replace('»', "");
    (sentence, part("S«"), part("C«").unwrap_or_default())
}
