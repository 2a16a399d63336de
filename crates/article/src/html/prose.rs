//! What tells the sentences of a story from the labels around it.

use super::page::Page;
use super::pieces::Piece;
use crate::BlockKind;
use crate::plain::ends_a_sentence;

/// The shortest paragraph that is prose by its length alone, in bytes.
const LONG: usize = 140;
/// The shortest paragraph that is prose if it ends as a sentence does, in bytes.
const SHORT: usize = 45;

/// Whether a piece is sentences of a story by its looks.
pub(super) fn is_prose(piece: &Piece) -> bool {
    let body = matches!(
        piece.kind,
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem
    );
    let text = &piece.text;
    body && piece.link_density() < 0.5
        && (text.len() >= LONG || text.len() >= SHORT && ends_a_sentence(text))
}

/// The place of the first prose in `found`; 0 where there is none.
pub(super) fn first_prose(page: &Page, found: &[Piece]) -> usize {
    let paragraph = |p: &Piece| is_prose(p) && p.kind == BlockKind::Paragraph;
    let in_header = |p: &Piece| {
        page.around(p.element)
            .take(4)
            .any(|at| page.nodes[at].tag == "header")
    };
    found
        .iter()
        .position(|p| paragraph(p) && !in_header(p))
        .or_else(|| found.iter().position(paragraph))
        .or_else(|| found.iter().position(is_prose))
        .unwrap_or(0)
}

/// The place of the last prose in `found`.
pub(super) fn last_prose(found: &[Piece]) -> Option<usize> {
    found.iter().rposition(is_prose)
}
