//! What the engine finds in an article, in the form of an annotated one.

use sourcelight_analysis::{Analysis, Engine, Options, analyze};
use sourcelight_text::{OffsetMap, Span};

use super::annotated::{Attributed, Story, Voice, name, outermost};
use super::spans::Labelled;
use crate::input::open_plain;
use crate::score::Range;

/// The article `text` as the engine reads it.
pub(crate) fn story(id: &str, text: &str, engine: Engine) -> Story {
    let options = Options {
        engine,
        ..Options::default()
    };
    let analysis = analyze(&open_plain(text), &options);
    let map = OffsetMap::new(text);
    let range = |span: Span| {
        let span = map.code_points(span);
        (span.start, span.end)
    };
    Story {
        points_only: false,
        id: id.to_owned(),
        text: text.to_owned(),
        attributions: attributions(&analysis, &range),
        voices: voices(&analysis, text, &range),
        coverage: labelled(&analysis.coverage, |c| (range(c.span), c.state.word())),
        unsourced: labelled(&analysis.unsourced, |u| (range(u.span), "")),
        controversies: labelled(&analysis.controversies, |c| (range(c.span), c.topic.word())),
        treaties: labelled(&analysis.treaties, |t| (range(t.span), &t.id)),
    }
}

fn attributions(analysis: &Analysis, range: &impl Fn(Span) -> Range) -> Vec<Attributed> {
    analysis
        .attributions
        .iter()
        .map(|a| Attributed {
            parts: [&a.source, &a.cue, &a.content]
                .map(|spans| spans.iter().map(|s| range(*s)).collect()),
            source_type: a.source_type.word().to_owned(),
            named: a.named,
            quote: a.quote.word().to_owned(),
            tier: a.tier.word().to_owned(),
            voice: a.entity,
            via: a.via.iter().map(|l| l.entity).collect(),
            optional: false,
        })
        .collect()
}

fn voices(analysis: &Analysis, text: &str, range: &impl Fn(Span) -> Range) -> Vec<Voice> {
    analysis
        .entities
        .iter()
        .map(|e| {
            let mut mentions: Vec<Range> = e.mentions.iter().map(|s| range(*s)).collect();
            outermost(&mut mentions);
            let mut names = vec![name(&e.name)];
            names.extend(e.mentions.iter().map(|s| name(s.of(text))));
            Voice {
                names,
                mentions,
                optional: false,
            }
        })
        .collect()
}

fn labelled<'a, T>(items: &'a [T], read: impl Fn(&'a T) -> (Range, &'a str)) -> Vec<Labelled> {
    items
        .iter()
        .map(|item| {
            let (span, label) = read(item);
            Labelled {
                span,
                label: label.to_owned(),
                optional: false,
            }
        })
        .collect()
}
