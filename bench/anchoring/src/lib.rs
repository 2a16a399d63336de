//! What the page of `cargo xtask bench anchoring` calls. Never shipped.

use sourcelight_annotation::Selector;
use sourcelight_annotation::anchor::{Anchored, Anchoring, approximate};
use sourcelight_text::{OffsetMap, Span};
use wasm_bindgen::prelude::wasm_bindgen;

/// One text, prepared. It is leaked: the page that holds it is closed when it has been measured.
#[wasm_bindgen]
pub struct Prepared {
    text: &'static str,
    anchoring: Anchoring<'static>,
    offsets: OffsetMap<'static>,
}

#[wasm_bindgen]
impl Prepared {
    /// Prepares `text`.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String) -> Self {
        let text: &'static str = Box::leak(text.into_boxed_str());
        Self {
            text,
            anchoring: Anchoring::new(text),
            offsets: OffsetMap::new(text),
        }
    }

    /// The ends, in UTF-16 code units, and the edits of the matches with the fewest edits.
    pub fn search(&self, pattern: &str, limit: usize) -> Vec<u32> {
        approximate::search(self.text, pattern, limit)
            .iter()
            .flat_map(|m| {
                let place = self.offsets.utf16(Span::new(m.start, m.end));
                [place.end as u32, m.errors as u32]
            })
            .collect()
    }

    /// The same without the short cut for patterns that stand there unchanged.
    pub fn search_by_table(&self, pattern: &str, limit: usize) -> Vec<u32> {
        let mut search = approximate::Search::new(pattern, limit);
        search.feed(self.text);
        search
            .finish(pattern, self.text)
            .iter()
            .flat_map(|m| {
                let place = self.offsets.utf16(Span::new(m.start, m.end));
                [place.end as u32, m.errors as u32]
            })
            .collect()
    }

    /// Where the passage is, in UTF-16 code units; nothing where it is lost.
    pub fn anchor(
        &self,
        exact: &str,
        prefix: &str,
        suffix: &str,
        start: usize,
        end: usize,
    ) -> Vec<u32> {
        let selectors = [
            Selector::quote(exact, prefix, suffix),
            Selector::position(start, end),
        ];
        let Anchored {
            span: Some(span), ..
        } = self.anchoring.anchor(&selectors)
        else {
            return Vec::new();
        };
        let place = self.offsets.utf16(span);
        vec![place.start as u32, place.end as u32]
    }
}
