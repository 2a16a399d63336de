//! XML as a stream of starts, ends and text, bounded in depth.
//!
//! Entities that a document declares itself are never expanded; the file's size bounds everything else.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};

/// The deepest nesting that is read; Word nests tables and text boxes about twenty deep.
const DEEPEST: usize = 256;
/// Longer attributes hold drawings and fonts.
const LONGEST_ATTRIBUTE: usize = 10_000;

const ENTITIES: &str = include_str!("../../data/entities.txt");

/// What stands next in a document.
pub(crate) enum Node<'a> {
    /// An element begins. An empty one begins and ends.
    Start(Tag<'a>),
    /// The element that began last ends.
    End,
    /// Text between tags, with its references resolved.
    Text(Cow<'a, str>),
}

/// Why a document could not be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum XmlError {
    /// It is not well formed.
    IllFormed,
    /// It is nested deeper than any text.
    TooDeep,
}

/// An element's start.
pub(crate) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without namespace prefix.
    pub(crate) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// Its name with its namespace prefix as written.
    pub(crate) fn prefixed(&self) -> &str {
        self.0.name().into_inner()
    }

    /// The value of the attribute `name`, whatever its namespace prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let found = self
            .0
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|a| local(a.key.into_inner()) == name)?;
        if found.value.len() > LONGEST_ATTRIBUTE {
            return None;
        }
        Some(unescaped(&found.value))
    }
}

/// A document being read.
pub(crate) struct Document<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Document<'a> {
    /// A document over `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        config.check_comments = false;
        Self { reader, depth: 0 }
    }

    /// What stands next; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, XmlError> {
        loop {
            return Ok(Some(match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(XmlError::TooDeep);
                    }
                    Node::Start(Tag(start))
                }
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End
                }
                Ok(Event::Text(text)) => Node::Text(text.into_inner()),
                Ok(Event::CData(data)) => Node::Text(data.into_inner()),
                Ok(Event::GeneralRef(reference)) => Node::Text(Cow::Owned(resolved(&reference))),
                Ok(Event::Eof) if self.depth > 0 => return Err(XmlError::IllFormed),
                Ok(Event::Eof) => return Ok(None),
                Ok(_) => continue,
                Err(_) => return Err(XmlError::IllFormed),
            }));
        }
    }

    /// All text up to the end of the element that has just begun.
    pub(crate) fn text_of_element(&mut self) -> Result<String, XmlError> {
        let mut text = String::new();
        let inside = self.depth;
        while let Some(node) = self.next()? {
            match node {
                Node::Text(piece) => text.push_str(&piece),
                Node::End if self.depth < inside => break,
                _ => {}
            }
        }
        Ok(text)
    }

    /// Passes over the element that has just begun.
    pub(crate) fn skip_element(&mut self) -> Result<(), XmlError> {
        let inside = self.depth;
        while let Some(node) = self.next()? {
            if matches!(node, Node::End) && self.depth < inside {
                break;
            }
        }
        Ok(())
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    named(reference).map_or_else(|| format!("&{};", &**reference), String::from)
}

fn named(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => {}
    }
    let mut entries = ENTITIES.lines().filter_map(|l| l.split_once('\t'));
    let (_, code) = entries.find(|(entity, _)| *entity == name)?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// An attribute's value with its references resolved.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let end = behind.find(';').filter(|&end| end <= 10);
        match end {
            Some(end) => {
                text.push_str(&resolved(&BytesRef::new(&behind[..end])));
                rest = &behind[end + 1..];
            }
            None => {
                text.push('&');
                rest = behind;
            }
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, XmlError> {
        let mut document = Document::new(xml);
        let mut all = String::new();
        while let Some(node) = document.next()? {
            if let Node::Text(piece) = node {
                all.push_str(&piece);
            }
        }
        Ok(all)
    }

    #[test]
    fn references_are_resolved_and_own_entities_are_not() {
        assert_eq!(
            text("<a>Fish &amp; chips&#8217;s &eacute;&nbsp;x <![CDATA[<b>]]></a>").as_deref(),
            Ok("Fish & chips’s é\u{a0}x <b>")
        );
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        assert_eq!(text(bomb).as_deref(), Ok("&y;"));
    }

    #[test]
    fn depth_is_bounded_and_damage_is_seen() {
        let deep = "<a>".repeat(100_000);
        assert_eq!(text(&deep), Err(XmlError::TooDeep));
        assert_eq!(text("<a><b>cut off"), Err(XmlError::IllFormed));
        assert_eq!(text("<a></b>"), Err(XmlError::IllFormed));
    }

    #[test]
    fn attributes_are_found_without_prefix() {
        let mut document = Document::new("<w:p w:val='a&amp;b &c'/>");
        let Ok(Some(Node::Start(tag))) = document.next() else {
            panic!("no tag")
        };
        assert_eq!(tag.name(), "p");
        assert_eq!(tag.attribute("val").as_deref(), Some("a&b &c"));
    }
}
