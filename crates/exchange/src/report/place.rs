//! Where an annotation stands in the article's text.

use serde_json::Value;
use sourcelight_state::Kept;
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

use crate::import::place::is_about;
use crate::web::{self, UNIT, text};

/// The passages of an annotation on this article, UTF-8 bytes: where position and quoted words
/// agree, or where the quoted words with their context occur once. What is not certain is left out:
/// a report must not put a note beside words it was not made on.
pub(crate) fn places(annotation: &Value, kept: &Kept, offsets: &OffsetMap<'_>) -> Vec<Span> {
    web::each(annotation, "target")
        .iter()
        .filter(|target| web::source(target).is_some_and(|source| is_about(source, kept)))
        .filter_map(|target| place(target, &kept.article.text, offsets))
        .collect()
}

fn place(target: &Value, whole: &str, offsets: &OffsetMap<'_>) -> Option<Span> {
    let quote = web::selector(target, "TextQuoteSelector");
    let exact = quote.and_then(|q| text(q, "exact"));
    let position =
        web::selector(target, "TextPositionSelector").filter(|p| text(p, UNIT).is_none());
    let given = position.and_then(|position| {
        let number = |key: &str| usize::try_from(position.get(key)?.as_u64()?).ok();
        let (start, end) = (number("start")?, number("end")?);
        Some(offsets.from_code_points(CodePointSpan { start, end }))
    });
    match (given, exact) {
        (Some(span), None) => (!span.is_empty()).then_some(span),
        (Some(span), Some(exact)) if span.of(whole) == exact => Some(span),
        (_, Some(exact)) if !exact.is_empty() => {
            let context = |key: &str| quote.and_then(|q| text(q, key)).unwrap_or_default();
            let (prefix, suffix) = (context("prefix"), context("suffix"));
            only(whole, &format!("{prefix}{exact}{suffix}"))
                .map(|at| at + prefix.len())
                .or_else(|| only(whole, exact))
                .map(|at| Span::new(at, at + exact.len()))
        }
        _ => None,
    }
}

/// Where `needle` stands, if at one place only.
fn only(text: &str, needle: &str) -> Option<usize> {
    let at = text.find(needle)?;
    (text.rfind(needle) == Some(at)).then_some(at)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(text: &str, quote: Value, position: Option<(usize, usize)>) -> Option<Span> {
        let mut selectors = vec![quote];
        if let Some((start, end)) = position {
            selectors.push(json!({"type": "TextPositionSelector", "start": start, "end": end}));
        }
        place(
            &json!({ "selector": selectors }),
            text,
            &OffsetMap::new(text),
        )
    }

    #[test]
    fn the_quote_judges_and_what_could_be_two_places_is_none() {
        let text = "🕊 one two one";
        let quote = |exact: &str| json!({"type": "TextQuoteSelector", "exact": exact});
        assert_eq!(
            found(text, quote("one"), Some((2, 5))),
            Some(Span::new(5, 8))
        );
        assert_eq!(
            found(text, quote("two"), Some((2, 5))),
            Some(Span::new(9, 12))
        );
        assert_eq!(found(text, quote("one"), None), None);
        let known = json!({"type": "TextQuoteSelector", "exact": "one", "prefix": "two "});
        assert_eq!(found(text, known, None), Some(Span::new(13, 16)));
    }
}
