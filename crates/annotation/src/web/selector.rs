//! Selectors: which part of something is meant (section 4.2 of the data model).

use serde_json::{Map, Value};

use super::OneOrMany;
use super::field::{DEPTH, put, take, take_all, take_string};

/// One way to find a part. Its members are kept even where the selector is of no use to us.
#[derive(Clone, Debug, PartialEq)]
pub struct Selector {
    /// What it says.
    pub kind: SelectorKind,
    /// Selectors that look further within what this one finds (section 4.2.9).
    pub refined_by: OneOrMany<Selector>,
    /// Every other member, as it came.
    pub other: Map<String, Value>,
}

/// What a selector says.
#[derive(Clone, Debug, PartialEq)]
pub enum SelectorKind {
    /// The words themselves.
    Quote(TextQuote),
    /// A stretch of the text. Code points in W3C annotations and in ours; Hypothesis and Recogito
    /// count UTF-16 code units, which their importer converts.
    Position {
        /// The first character.
        start: u64,
        /// One past the last.
        end: u64,
    },
    /// From one node of the page to another.
    Range(RangeEnds),
    /// An element of the page.
    Css(String),
    /// A node of the page.
    XPath(String),
    /// The fragment of an address: `para5`, `:~:text=words`, `char=0,9` (RFC 5147).
    Fragment(String),
    /// A shape, carried.
    Svg(Option<String>),
    /// A stretch of the bytes, carried.
    Data {
        /// The first byte.
        start: u64,
        /// One past the last.
        end: u64,
    },
    /// A selector that stands elsewhere, by its URI.
    Iri(String),
    /// A selector we do not know, or one without the members it needs; all of it is in
    /// [`Selector::other`].
    Unknown,
}

/// The quoted words and what stood around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextQuote {
    /// The words.
    pub exact: String,
    /// What stood just before, where known.
    pub prefix: Option<String>,
    /// What stood just behind, where known.
    pub suffix: Option<String>,
}

/// The two ends of a range: the W3C's, each a selector, or Hypothesis', each a node and an offset.
#[derive(Clone, Debug, PartialEq)]
pub enum RangeEnds {
    /// From the start of what the first finds to the start of what the second finds (section 4.2.8).
    Selectors {
        /// Where it starts.
        start: Box<Selector>,
        /// Where it ends; what this finds is not part of the range.
        end: Box<Selector>,
    },
    /// From a place in one element to a place in another; Hypothesis' form.
    Places {
        /// Where it starts.
        start: Place,
        /// Where it ends.
        end: Place,
    },
}

/// An element and how far into its text, in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// An XPath from the root, e.g. `/div[1]/p[2]`; empty for the root itself.
    pub container: String,
    /// UTF-16 code units of the element's text.
    pub offset: u64,
}

impl From<SelectorKind> for Selector {
    fn from(kind: SelectorKind) -> Self {
        Self {
            kind,
            refined_by: OneOrMany::default(),
            other: Map::new(),
        }
    }
}

impl Selector {
    /// A quote with what stands around it.
    pub fn quote(exact: &str, prefix: &str, suffix: &str) -> Self {
        SelectorKind::Quote(TextQuote {
            exact: exact.to_owned(),
            prefix: Some(prefix.to_owned()),
            suffix: Some(suffix.to_owned()),
        })
        .into()
    }

    /// A stretch of the text, in code points.
    pub fn position(start: usize, end: usize) -> Self {
        SelectorKind::Position {
            start: start as u64,
            end: end as u64,
        }
        .into()
    }

    /// Reads a JSON string or object; `None` for other JSON.
    pub fn from_json(value: &Value) -> Option<Self> {
        Self::read_at(value, 0)
    }

    pub(super) fn read(value: &Value) -> Option<Self> {
        Self::read_at(value, 0)
    }

    fn read_at(value: &Value, depth: usize) -> Option<Self> {
        let mut fields = match value {
            Value::String(iri) => return Some(SelectorKind::Iri(iri.clone()).into()),
            Value::Object(fields) if depth < DEPTH => fields.clone(),
            _ => return None,
        };
        let refined_by = take_all(&mut fields, "refinedBy", |v| Self::read_at(v, depth + 1));
        let kind = match fields.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => quote(&mut fields),
            Some("TextPositionSelector") => {
                stretch(&mut fields).map(|(start, end)| SelectorKind::Position { start, end })
            }
            Some("DataPositionSelector") => {
                stretch(&mut fields).map(|(start, end)| SelectorKind::Data { start, end })
            }
            Some("CssSelector") => take_string(&mut fields, "value").map(SelectorKind::Css),
            Some("XPathSelector") => take_string(&mut fields, "value").map(SelectorKind::XPath),
            Some("FragmentSelector") => {
                take_string(&mut fields, "value").map(SelectorKind::Fragment)
            }
            Some("SvgSelector") => Some(SelectorKind::Svg(take_string(&mut fields, "value"))),
            Some("RangeSelector") => range(&mut fields, depth).map(SelectorKind::Range),
            _ => None,
        };
        if kind.is_some() {
            fields.remove("type");
        }
        Some(Self {
            kind: kind.unwrap_or(SelectorKind::Unknown),
            refined_by,
            other: fields,
        })
    }

    /// The selector as JSON, as it was read.
    pub fn to_json(&self) -> Value {
        let mut fields = self.other.clone();
        let class = match &self.kind {
            SelectorKind::Iri(iri) => return Value::from(iri.as_str()),
            SelectorKind::Unknown => None,
            SelectorKind::Quote(quote) => {
                put(&mut fields, "exact", Some(quote.exact.as_str()));
                put(&mut fields, "prefix", quote.prefix.as_deref());
                put(&mut fields, "suffix", quote.suffix.as_deref());
                Some("TextQuoteSelector")
            }
            SelectorKind::Position { start, end } | SelectorKind::Data { start, end } => {
                put(&mut fields, "start", Some(*start));
                put(&mut fields, "end", Some(*end));
                Some(match &self.kind {
                    SelectorKind::Data { .. } => "DataPositionSelector",
                    _ => "TextPositionSelector",
                })
            }
            SelectorKind::Css(value) => valued(&mut fields, value, "CssSelector"),
            SelectorKind::XPath(value) => valued(&mut fields, value, "XPathSelector"),
            SelectorKind::Fragment(value) => valued(&mut fields, value, "FragmentSelector"),
            SelectorKind::Svg(value) => {
                put(&mut fields, "value", value.as_deref());
                Some("SvgSelector")
            }
            SelectorKind::Range(RangeEnds::Selectors { start, end }) => {
                put(&mut fields, "startSelector", Some(start.to_json()));
                put(&mut fields, "endSelector", Some(end.to_json()));
                Some("RangeSelector")
            }
            SelectorKind::Range(RangeEnds::Places { start, end }) => {
                put(
                    &mut fields,
                    "startContainer",
                    Some(start.container.as_str()),
                );
                put(&mut fields, "startOffset", Some(start.offset));
                put(&mut fields, "endContainer", Some(end.container.as_str()));
                put(&mut fields, "endOffset", Some(end.offset));
                Some("RangeSelector")
            }
        };
        put(&mut fields, "type", class);
        put(
            &mut fields,
            "refinedBy",
            self.refined_by.write(Self::to_json),
        );
        Value::Object(fields)
    }
}

fn valued(
    fields: &mut Map<String, Value>,
    value: &str,
    class: &'static str,
) -> Option<&'static str> {
    put(fields, "value", Some(value));
    Some(class)
}

fn quote(fields: &mut Map<String, Value>) -> Option<SelectorKind> {
    let exact = take_string(fields, "exact")?;
    Some(SelectorKind::Quote(TextQuote {
        exact,
        prefix: take_string(fields, "prefix"),
        suffix: take_string(fields, "suffix"),
    }))
}

/// A count. Numbers that went through a browser may come back as floating point; they are written as
/// whole numbers again. A number that counts nothing (negative, a fraction) is none.
fn count(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| {
        let number = value.as_f64()?;
        let whole = number.fract() == 0.0 && (0.0..=9_007_199_254_740_991.0).contains(&number);
        // The range check above makes the cast exact.
        whole.then_some(number as u64)
    })
}

/// Takes two members only where both are counts, so that half a position is kept whole.
fn pair(fields: &mut Map<String, Value>, from: &str, to: &str) -> Option<(u64, u64)> {
    let start = fields.get(from).and_then(count)?;
    let end = fields.get(to).and_then(count)?;
    fields.remove(from);
    fields.remove(to);
    Some((start, end))
}

fn stretch(fields: &mut Map<String, Value>) -> Option<(u64, u64)> {
    pair(fields, "start", "end")
}

fn range(fields: &mut Map<String, Value>, depth: usize) -> Option<RangeEnds> {
    let text =
        |fields: &Map<String, Value>, key: &str| fields.get(key).and_then(super::field::string);
    if let Some(from) = text(fields, "startContainer")
        && let Some(to) = text(fields, "endContainer")
        && let Some((start, end)) = pair(fields, "startOffset", "endOffset")
    {
        fields.remove("startContainer");
        fields.remove("endContainer");
        return Some(RangeEnds::Places {
            start: Place {
                container: from,
                offset: start,
            },
            end: Place {
                container: to,
                offset: end,
            },
        });
    }
    let read = |key: &str| Selector::read_at(fields.get(key)?, depth + 1).map(Box::new);
    let (start, end) = (read("startSelector")?, read("endSelector")?);
    take(fields, "startSelector", Ok::<Value, Value>);
    take(fields, "endSelector", Ok::<Value, Value>);
    Some(RangeEnds::Selectors { start, end })
}
