//! The paragraph styles of a document and what they are to a reader.

use std::collections::BTreeMap;

use crate::BlockKind;
use crate::formats::{
    style::kind_of_style,
    xml::{Document, Node},
};

/// A style may stand on another; longer chains are circles.
const LONGEST_CHAIN: usize = 12;

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outlined: bool,
    numbered: bool,
}

/// All styles by their ids.
#[derive(Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

impl Styles {
    /// Reads `styles.xml`; what cannot be read is no style.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut document = Document::new(xml);
        let mut id = None;
        while let Ok(Some(node)) = document.next() {
            let Node::Start(tag) = node else { continue };
            if tag.name() == "style" {
                id = tag.attribute("styleId");
            }
            let Some(id) = &id else { continue };
            let style = styles.0.entry(id.clone()).or_default();
            match tag.name() {
                "name" => style.name = tag.attribute("val").unwrap_or_default(),
                "basedOn" => style.based_on = tag.attribute("val"),
                "outlineLvl" => style.outlined = is_outlined(tag.attribute("val").as_deref()),
                "numId" => style.numbered = true,
                _ => {}
            }
        }
        styles
    }

    /// The kind that the style `id` gives to a paragraph: its own name's, its outline level's, or that
    /// of the style it stands on.
    pub(super) fn kind(&self, id: &str) -> Option<BlockKind> {
        let mut id = id.to_owned();
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = self.0.get(&id) else {
                // A document without its styles still has telling ids: "Heading1".
                let name = id.trim_end_matches(|c: char| c.is_ascii_digit());
                return kind_of_style(name);
            };
            let kind = kind_of_style(&style.name)
                .or(style.outlined.then_some(BlockKind::Subhead))
                .or(style.numbered.then_some(BlockKind::ListItem));
            if kind.is_some() {
                return kind;
            }
            id = style.based_on.clone()?;
        }
        None
    }
}

/// Whether an outline level is that of a heading; the tenth is body text.
pub(super) fn is_outlined(level: Option<&str>) -> bool {
    level
        .and_then(|l| l.parse::<u8>().ok())
        .is_some_and(|l| l < 9)
}
