//! schema.org for search engines and fact checkers' tools: what is quoted, what is claimed, and,
//! only where the reader gave a verdict in words, a review.

use serde_json::{Map, Value, json};
use sourcelight_analysis::{Quote, SourceType};
use sourcelight_annotation::FindingKind;
use sourcelight_state::{Detail, Status};
use sourcelight_text::OffsetMap;

use super::Input;
use super::escape::link;
use crate::report::{self, Report, places};
use crate::web;

/// The graph as JSON-LD.
pub(super) fn write(input: &Input<'_>) -> String {
    let report = Report::of(input);
    let mut graph = vec![article(input)];
    for finding in input
        .findings
        .iter()
        .filter(|f| f.status != Status::Rejected)
    {
        let Some(entry) = report.entries.iter().find(|e| e.id == finding.id) else {
            continue;
        };
        let attribution = match finding.detail {
            Detail::Attribution(index) => input.analysis.and_then(|a| a.attributions.get(index)),
            _ => None,
        };
        let voice = report.voices.iter().find(|v| {
            v.entries.iter().any(|i| {
                report
                    .entries
                    .get(*i)
                    .is_some_and(|e| e.number == entry.number)
            })
        });
        let speaker = voice.filter(|_| !entry.source.is_empty()).map(|voice| {
            let person = matches!(
                attribution.map(|a| a.source_type),
                Some(SourceType::NamedIndividual | SourceType::UnnamedIndividual)
            );
            json!({ "@type": if person { "Person" } else { "Organization" }, "name": voice.name })
        });
        let id = |what: &str| format!("{}#{what}-{}", address(input), finding.id);
        let said = match finding.kind {
            FindingKind::Attribution if attribution.is_some_and(|a| a.quote == Quote::Direct) => {
                thing(
                    "Quotation",
                    &id("quotation"),
                    "text",
                    &entry.quote,
                    "spokenByCharacter",
                    speaker,
                    input,
                )
            }
            FindingKind::Attribution | FindingKind::Unsourced => thing(
                "Claim",
                &id("claim"),
                "text",
                &entry.quote,
                "author",
                speaker,
                input,
            ),
            // That something is contested is our word on the text, not a claim of it.
            FindingKind::Controversy => continue,
        };
        graph.push(said);
    }
    graph.extend(input.annotations.iter().filter_map(|a| review(input, a)));
    let written = json!({ "@context": "https://schema.org", "@graph": graph });
    // A value always has a text.
    serde_json::to_string_pretty(&written).unwrap_or_default() + "\n"
}

/// The article's address on the web, or else its id.
fn address<'a>(input: &'a Input<'_>) -> &'a str {
    let url = input.kept.article.metadata.url.as_deref();
    url.and_then(link).unwrap_or(&input.kept.id)
}

fn article(input: &Input<'_>) -> Value {
    let data = &input.kept.article.metadata;
    let mut members = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            members.insert(key.to_owned(), value);
        }
    };
    put("@type", Some(json!("NewsArticle")));
    put("@id", Some(json!(address(input))));
    put("headline", Some(json!(report::title(input))));
    put("url", data.url.as_deref().and_then(link).map(Value::from));
    put(
        "author",
        data.byline
            .as_ref()
            .map(|name| json!({ "@type": "Person", "name": name })),
    );
    put(
        "publisher",
        data.outlet
            .as_ref()
            .map(|name| json!({ "@type": "Organization", "name": name })),
    );
    put("datePublished", data.published.clone().map(Value::from));
    put("dateModified", data.modified.clone().map(Value::from));
    put("inLanguage", data.language.clone().map(Value::from));
    Value::Object(members)
}

fn thing(
    kind: &str,
    id: &str,
    key: &str,
    words: &str,
    by: &str,
    who: Option<Value>,
    input: &Input<'_>,
) -> Value {
    let stands_in = if kind == "Claim" {
        "appearance"
    } else {
        "isPartOf"
    };
    let mut thing = json!({ "@type": kind, "@id": id });
    thing[key] = json!(words);
    if let Some(who) = who {
        thing[by] = who;
    }
    thing[stands_in] = json!({ "@id": address(input) });
    thing
}

/// A review, where a person assessed a passage in words of their own. That a finding of the machine
/// was accepted or rejected is a word on the machine, never on the claim.
fn review(input: &Input<'_>, annotation: &Value) -> Option<Value> {
    let on_a_finding = web::each(annotation, "target")
        .iter()
        .any(|t| t.get("sl:role").is_some());
    let deleted = annotation.get(web::DELETED).is_some();
    if on_a_finding || deleted || web::is_machine(annotation) {
        return None;
    }
    let verdict = web::bodies(annotation, "assessing").find(|v| !v.trim().is_empty())?;
    let offsets = OffsetMap::new(&input.kept.article.text);
    let text = &input.kept.article.text;
    let passages = places(annotation, input.kept, &offsets);
    let claim: Vec<&str> = if passages.is_empty() {
        web::each(annotation, "target")
            .iter()
            .filter_map(web::quote)
            .collect()
    } else {
        passages.iter().map(|span| span.of(text)).collect()
    };
    let claim = claim.join(" … ");
    if claim.is_empty() {
        return None;
    }
    let mut review = json!({
        "@type": "ClaimReview",
        "@id": web::id(annotation),
        "claimReviewed": claim,
        "itemReviewed": { "@type": "Claim", "text": claim, "appearance": { "@id": address(input) } },
        "reviewRating": { "@type": "Rating", "alternateName": verdict },
    });
    if let Some(name) = web::creator(annotation).or(input.reader) {
        review["author"] = json!({ "@type": "Person", "name": name });
    }
    if let Some(date) = web::text(annotation, "created") {
        review["datePublished"] = json!(date);
    }
    let why: Vec<&str> = web::bodies(annotation, "commenting").collect();
    if !why.is_empty() {
        review["reviewBody"] = json!(why.join("\n\n"));
    }
    Some(review)
}
