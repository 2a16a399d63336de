//! All selectors of a target together.

use std::cell::OnceCell;

use sourcelight_text::{CodePointSpan, OffsetMap, Span};

use super::ground::Ground;
use super::{Anchored, State, fragment, quote};
use crate::tree::{Tree, resolve_all};
use crate::{Selector, SelectorKind, TextQuote};

/// Refinements of refinements are followed no deeper than this.
const DEEPEST: usize = 16;

/// Finds the passages of many annotations in one text. What is made of the text for searching is
/// made once.
pub struct Anchoring<'t> {
    text: &'t str,
    offsets: OffsetMap<'t>,
    ground: Ground<'t>,
    tree: Option<&'t dyn Tree>,
    rendered: OnceCell<Rendered>,
}

/// The text as it is drawn, with a space for every line break that has no character.
struct Rendered {
    ground: Ground<'static>,
    /// Where those spaces stand in it.
    spaces: Vec<usize>,
}

impl Rendered {
    fn new(text: &str, breaks: &[usize]) -> Self {
        let mut drawn = String::with_capacity(text.len() + breaks.len());
        let mut spaces = Vec::with_capacity(breaks.len());
        let mut from = 0;
        for at in breaks {
            drawn.push_str(text.get(from..*at).unwrap_or_default());
            spaces.push(drawn.len());
            drawn.push(' ');
            from = *at;
        }
        drawn.push_str(text.get(from..).unwrap_or_default());
        Self {
            ground: Ground::new(drawn),
            spaces,
        }
    }

    /// The bytes of the text that are drawn there.
    fn origin(&self, span: Span) -> Span {
        Span::new(self.plain(span.start), self.plain(span.end))
    }

    fn plain(&self, at: usize) -> usize {
        at - self.spaces.partition_point(|space| *space < at)
    }
}

impl<'t> Anchoring<'t> {
    /// Prepares `text`. Linear.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            offsets: OffsetMap::new(text),
            ground: Ground::new(text),
            tree: None,
            rendered: OnceCell::new(),
        }
    }

    /// Prepares the text of a page, so that range, CSS, XPath and fragment selectors find their nodes.
    pub fn on_page(text: &'t str, tree: &'t dyn Tree) -> Self {
        Self {
            tree: Some(tree),
            ..Self::new(text)
        }
    }

    /// Where the passage is that `selectors` describe, each of them in its own way.
    ///
    /// A quote is the judge, wherever the others point; without one, the first selector that finds
    /// anything is believed. Where a selector is refined, the refinement is looked for within what
    /// it finds.
    pub fn anchor(&self, selectors: &[Selector]) -> Anchored {
        self.anchor_at(selectors, 0)
    }

    /// Like [`anchor`](Self::anchor) for quotes of which it is known, by other means, about where they
    /// stand: bytes of the text.
    pub fn anchor_near(&self, selectors: &[Selector], place: Span) -> Anchored {
        match selectors.iter().find_map(quoted) {
            Some(words) => quote::find(&self.ground, words, Some(place)),
            None => self.anchor(selectors),
        }
    }

    fn anchor_at(&self, selectors: &[Selector], depth: usize) -> Anchored {
        let refined = selectors.iter().find(|s| !s.refined_by.is_empty());
        if let Some(outer) = refined
            && depth < DEEPEST
            && let Some(scope) = self.unrefined(std::slice::from_ref(outer)).span
        {
            let inner = Anchoring::new(scope.of(self.text));
            let mut found = inner.anchor_at(&outer.refined_by, depth + 1);
            found.span = found.span.map(|span| span.shifted(scope.start));
            for candidate in &mut found.candidates {
                *candidate = candidate.shifted(scope.start);
            }
            return found;
        }
        self.unrefined(selectors)
    }

    fn unrefined(&self, selectors: &[Selector]) -> Anchored {
        let place = selectors.iter().find_map(place);
        let nodes = selectors
            .iter()
            .map(|s| {
                self.tree
                    .map(|tree| resolve_all(tree, s))
                    .unwrap_or_default()
            })
            .find(|found| !found.is_empty())
            .unwrap_or_default();
        let node = nodes.first().copied();
        let Some(words) = selectors.iter().find_map(quoted) else {
            if nodes.len() > 1 && place.is_none() {
                return Anchored::lost(nodes);
            }
            let found = node
                .or_else(|| place.and_then(|place| self.within_text(place)))
                .or_else(|| selectors.iter().find_map(|s| self.directive(s)));
            return found.map_or_else(|| Anchored::lost(Vec::new()), Anchored::exact);
        };
        // Even a place beyond the end says that the quote stood late.
        let position = place.map(|place| self.offsets.from_code_points(place));
        // The place that has the quote's words is the better hint.
        let hint = [node, position]
            .into_iter()
            .flatten()
            .find(|span| span.of(self.text) == words.exact)
            .or(position)
            .or(node);
        let found = quote::find(&self.ground, words, hint);
        if found.state == State::Exact {
            return found;
        }
        match self.with_breaks(words, hint) {
            Some(rendered) if rendered.state == State::Exact || found.state == State::Lost => {
                rendered
            }
            _ => found,
        }
    }

    /// The text as it is drawn, where that differs, and its line breaks.
    fn rendered(&self) -> Option<(&Rendered, &[usize])> {
        let breaks = self
            .tree
            .map(Tree::breaks)
            .filter(|breaks| !breaks.is_empty())?;
        let rendered = self
            .rendered
            .get_or_init(|| Rendered::new(self.text, breaks));
        Some((rendered, breaks))
    }

    /// The quote in the text as it is drawn, where line breaks are spaces.
    fn with_breaks(&self, words: &TextQuote, hint: Option<Span>) -> Option<Anchored> {
        let (rendered, breaks) = self.rendered()?;
        let drawn = |at: usize| at + breaks.partition_point(|b| *b <= at);
        let back = |span| rendered.origin(span);
        let hint = hint.map(|span| Span::new(drawn(span.start), drawn(span.end)));
        let mut found = quote::find(&rendered.ground, words, hint);
        found.span = found.span.map(back);
        found.candidates = found.candidates.into_iter().map(back).collect();
        Some(found)
    }

    /// The bytes of a place that lies in the text.
    fn within_text(&self, place: CodePointSpan) -> Option<Span> {
        let whole = self.offsets.code_points(Span::new(0, self.text.len())).end;
        let to_the_end = place.end == usize::MAX;
        (place.start <= place.end && (place.end <= whole || to_the_end))
            .then(|| self.offsets.from_code_points(place))
    }

    fn directive(&self, selector: &Selector) -> Option<Span> {
        match &selector.kind {
            SelectorKind::Fragment(value) => match self.rendered() {
                Some((rendered, _)) => {
                    fragment::find(value, &rendered.ground.text).map(|span| rendered.origin(span))
                }
                None => fragment::find(value, self.text),
            },
            _ => None,
        }
    }
}

fn quoted(selector: &Selector) -> Option<&TextQuote> {
    match &selector.kind {
        SelectorKind::Quote(quote) => Some(quote),
        _ => None,
    }
}

/// The code points that a position, or a fragment that counts, names.
fn place(selector: &Selector) -> Option<CodePointSpan> {
    match &selector.kind {
        SelectorKind::Position { start, end } => Some(CodePointSpan {
            start: usize::try_from(*start).ok()?,
            end: usize::try_from(*end).ok()?,
        }),
        SelectorKind::Fragment(value) => fragment::characters(value),
        _ => None,
    }
}
