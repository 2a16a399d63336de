//! The page's own copy of the story (schema.org `articleBody`), laid beside what was found in the page.

use super::facts::{Facts, letters, plain_text};
use super::pieces::Piece;
use super::prose::is_prose;
use crate::BlockKind;

/// The shortest body that is more than a summary, in bytes of letters.
const BODY: usize = 800;
/// A longer body, in bytes of letters, or more pieces are not compared: the cost is their product.
const LARGEST: usize = 200_000;
const MOST: usize = 2_000;
/// How much of the prose that was found has to stand in the body, in percent, for it to be the whole story.
const WHOLE: usize = 80;
/// A longer paragraph stays even where the body has it not, in bytes.
const LONGEST: usize = 260;

/// Marks the short paragraphs that are missing in a body which has all the rest: they are what the page put
/// between. Nothing happens where the page gives no body, or only a part of it.
pub(super) fn mark_unconfirmed(facts: &Facts, found: &mut [Piece]) {
    let Some(body) = facts.body.as_deref() else {
        return;
    };
    let body = letters(&plain_text(body));
    if !(BODY..=LARGEST).contains(&body.len()) || found.len() > MOST {
        return;
    }
    let stands = |text: &str| body.contains(&letters(text));
    let length =
        |pieces: &mut dyn Iterator<Item = &Piece>| pieces.map(|p| p.text.len()).sum::<usize>();
    let all = length(&mut found.iter().filter(|p| is_prose(p)));
    let confirmed = length(&mut found.iter().filter(|p| is_prose(p) && stands(&p.text)));
    if confirmed * 100 < all * WHOLE {
        return;
    }
    for piece in found.iter_mut().skip(1) {
        let short = piece.text.len() <= LONGEST;
        let told = matches!(piece.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if short && told && !stands(&piece.text) {
            piece.kind = BlockKind::Boilerplate;
        }
    }
}
