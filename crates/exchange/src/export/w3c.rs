//! A W3C annotation page.

use serde_json::{Value, json};
use sourcelight_annotation::{Annotation, Body, Verdict, write as write_annotation};
use sourcelight_state::{Finding, Status};
use sourcelight_text::OffsetMap;

use super::Input;
use crate::web;

/// The page: the reader's annotations, then what the machine suggests and nobody has judged, made by
/// software and by no person. A reader's name is set where an annotation names nobody.
pub(super) fn write<'a>(input: &Input<'_>, live: impl Iterator<Item = &'a Value>) -> String {
    let offsets = OffsetMap::new(&input.kept.article.text);
    let mut items: Vec<Value> = live
        .map(|annotation| signed(annotation, input.reader))
        .collect();
    let suggested = input
        .findings
        .iter()
        .filter(|f| f.status == Status::Suggested);
    items.extend(suggested.map(|finding| suggestion(input, finding, &offsets)));
    let page = json!({
        "@context": web::context(),
        "id": format!("{}:annotations", input.kept.id),
        "type": "AnnotationPage",
        "items": items,
    });
    // A value always has a text.
    serde_json::to_string_pretty(&page).unwrap_or_default() + "\n"
}

fn signed(annotation: &Value, reader: Option<&str>) -> Value {
    let mut annotation = annotation.clone();
    let unsigned = annotation.get("creator").is_none() && !web::is_machine(&annotation);
    if let (true, Some(name)) = (unsigned, reader) {
        annotation["creator"] = json!({ "type": "Person", "name": name });
    }
    if annotation.get("id").is_none() {
        annotation["id"] = json!(web::id(&annotation));
    }
    annotation
}

fn suggestion(input: &Input<'_>, finding: &Finding, offsets: &OffsetMap<'_>) -> Value {
    let annotation = Annotation {
        id: format!("urn:sourcelight:finding:{}:{}", input.kept.id, finding.id),
        article: input.kept.id.clone(),
        body: Body::Judgement(finding.judged(Verdict::Accepted)),
        created: input.now.to_owned(),
        modified: input.now.to_owned(),
        maker: sourcelight_annotation::Maker::Reader,
        deleted: None,
        carried: None,
    };
    let mut written = write_annotation(&annotation, &input.kept.article.text, offsets);
    written["motivation"] = json!("classifying");
    written["generator"] = json!({
        "id": web::ENGINE,
        "type": "Software",
        "name": format!("Sourcelight {}", input.version),
    });
    if let Some(Value::Array(bodies)) = written.get_mut("body") {
        // Nobody has judged it.
        bodies.retain(|body| web::text(body, "purpose") != Some("assessing"));
    }
    written
}
