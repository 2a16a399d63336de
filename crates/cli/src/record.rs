//! An analysis as the command line writes it: offsets in Unicode code points, keys as CLI.md has them.

use serde_json::{Value, json};
use sourcelight_analysis::Analysis;
use sourcelight_article::{Article, BlockKind};
use sourcelight_text::{OffsetMap, Span};

/// The whole analysis as one JSON object, without an id.
pub(crate) fn analysis(article: &Article, analysis: &Analysis) -> Value {
    let map = OffsetMap::new(&article.text);
    let pair = |s: Span| {
        let s = map.code_points(s);
        json!([s.start, s.end])
    };
    let pairs = |spans: &[Span]| spans.iter().map(|s| pair(*s)).collect::<Vec<_>>();
    let start = |s: Span| map.code_points(s).start;
    let end = |s: Span| map.code_points(s).end;
    let attributions: Vec<Value> = analysis
        .attributions
        .iter()
        .map(|a| {
            json!({
                "source": pairs(&a.source),
                "cue": pairs(&a.cue),
                "content": pairs(&a.content),
                "tier": a.tier,
                "class": a.class,
                "quote": a.quote,
                "source_type": a.source_type,
                "named": a.named,
                "channel": a.channel,
                "anonymity": a.anonymity,
                "entity": a.entity,
                "via": a.via,
                "parent": a.parent,
                "confidence": (f64::from(a.confidence) * 1000.0).round() / 1000.0,
                "why": a.why,
            })
        })
        .collect();
    let entities: Vec<Value> = analysis
        .entities
        .iter()
        .enumerate()
        .map(|(id, e)| {
            json!({
                "id": id,
                "name": e.name,
                "type": e.source_type,
                "mentions": pairs(&e.mentions),
                "maybe_same": e.maybe_same,
            })
        })
        .collect();
    let coverage: Vec<Value> = analysis
        .coverage
        .iter()
        .map(|c| json!({"start": start(c.span), "end": end(c.span), "state": c.state}))
        .collect();
    let unsourced: Vec<Value> = analysis
        .unsourced
        .iter()
        .map(|u| {
            json!({
                "start": start(u.span),
                "end": end(u.span),
                "kind": u.kind,
                "coverage": u.coverage,
                "why": u.why,
            })
        })
        .collect();
    let controversies: Vec<Value> = analysis
        .controversies
        .iter()
        .map(|c| {
            let mut point = json!({
                "topic": c.topic,
                "kind": c.kind,
                "start": start(c.span),
                "end": end(c.span),
                "severity": c.severity,
                "why": c.why,
                "sides": c.sides,
            });
            if let (Some(name), Value::Object(fields)) = (&c.name, &mut point) {
                fields.insert("name".to_owned(), json!(name));
            }
            point
        })
        .collect();
    let treaties: Vec<Value> = analysis
        .treaties
        .iter()
        .map(|t| json!({"id": t.id, "start": start(t.span), "end": end(t.span)}))
        .collect();
    let claims: Vec<Value> = analysis
        .treaty_claims
        .iter()
        .map(|c| {
            json!({
                "id": c.id,
                "start": start(c.span),
                "end": end(c.span),
                "states": c.states.iter().map(|s| &s.code).collect::<Vec<_>>(),
                "count": c.count.as_ref().map(|n| n.value),
                "verdict": c.verdict,
                "register": c.register,
                "as_of": c.as_of,
                "says": c.says,
                "negated": c.negated,
                "when": c.when,
                "parts": {"figure": c.figure, "verb": c.verb, "states": c.of_states},
                "dated": c.dated,
                "sources": c.sources,
            })
        })
        .collect();
    let checks: Vec<Value> = analysis
        .checks
        .iter()
        .map(|c| json!({"kind": c.kind, "spans": pairs(&c.spans), "question": c.question}))
        .collect();
    let boilerplate: Vec<Value> = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Boilerplate)
        .map(|b| pair(b.span))
        .collect();
    json!({
        "attributions": attributions,
        "entities": entities,
        "coverage": coverage,
        "unsourced": unsourced,
        "controversies": controversies,
        "treaties": treaties,
        "treaty_claims": claims,
        "checks": checks,
        "boilerplate": boilerplate,
        "notes": analysis.notes,
    })
}
