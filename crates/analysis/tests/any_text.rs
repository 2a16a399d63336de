//! Analysis of any text: it never panics, its spans lie on characters, and it is linear.

use proptest::prelude::*;
use sourcelight_analysis::{Analysis, Options, analyze};
use sourcelight_article::open_plain_text;
use sourcelight_text::Span;

fn spans(analysis: &Analysis) -> Vec<Span> {
    let claims = analysis.unsourced.iter().map(|u| u.span);
    let points = analysis.controversies.iter().map(|c| c.span);
    let treaties = analysis.treaties.iter().map(|t| t.span);
    let stated = analysis.treaty_claims.iter();
    let stated = stated.flat_map(|c| c.states.iter().map(|s| s.span).chain([c.span]));
    let checks = analysis.checks.iter().flat_map(|c| c.spans.iter().copied());
    claims
        .chain(points)
        .chain(treaties)
        .chain(stated)
        .chain(checks)
        .collect()
}

fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Officials"),
        Just("One official"),
        Just(" said "),
        Just("that "),
        Just("They "),
        Just("\""),
        Just("the mines "),
        Just("self-destruct "),
        Just("civilians "),
        Just("killed "),
        Just("over 160 "),
        Just("countries "),
        Just("have signed "),
        Just("Neither Russia nor the U.S. "),
        Just("is not a party to "),
        Just("the Ottawa Convention "),
        Just("which "),
        Just("withdrew from "),
        Just("one of the 164 "),
        Just("but not "),
        Just("in 2005 "),
        Just("an international treaty "),
        Just("prohibiting "),
        Just("their use"),
        Just(". "),
        Just(", "),
        Just("; "),
        Just("— "),
        Just("\n"),
        Just("\n\n"),
        Just("- "),
        Just("As WP writes, "),
        Just("because "),
        Just("and "),
        Just("🕊 "),
        Just("e\u{301}"),
        Just("“"),
        Just("”"),
        Just("'"),
        Just("war "),
        Just("missile "),
        Just("(Reuters) "),
        Just("İ "),
        Just("ﬁ"),
    ]
    .prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![6 => piece, 1 => "\\PC{0,12}"], 0..80)
        .prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn no_text_panics_and_every_span_lies_on_characters(text in prose()) {
        let analysis = analyze(&open_plain_text(&text), &Options::default());
        for span in spans(&analysis) {
            prop_assert!(!span.is_empty() && text.get(span.start..span.end).is_some(), "{:?}", span);
        }
        for (index, claim) in analysis.unsourced.iter().enumerate().skip(1) {
            prop_assert!(analysis.unsourced[index - 1].span.start <= claim.span.start);
        }
        for side in analysis.controversies.iter().flat_map(|c| &c.sides) {
            prop_assert!(side.attribution.is_none_or(|a| a < analysis.attributions.len()));
            prop_assert!(side.entity.is_none_or(|e| e < analysis.entities.len()));
        }
    }
}
