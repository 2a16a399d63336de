//! What stands behind the end of a story and is none of it: who its author is, and how to write to them.

use super::facts::{Facts, letters};
use super::pieces::Piece;
use crate::BlockKind;

/// A longer paragraph is a part of the story, in bytes.
const LONGEST: usize = 500;
/// So many paragraphs from the end may be notes.
const MOST: usize = 6;

/// Marks the last paragraphs that introduce an author of the story or give an address to write to. What is
/// above the last sentence of the story stays, for a story may be about its author.
pub(super) fn mark_tail(facts: &Facts, found: &mut [Piece]) {
    let byline = facts.metadata.byline.as_deref().unwrap_or_default();
    let authors: Vec<&str> = byline.split(", ").filter(|a| a.contains(' ')).collect();
    let storied = found
        .iter()
        .filter(|p| p.kind == BlockKind::Paragraph)
        .count();
    if storied <= MOST {
        return;
    }
    let mut left = MOST;
    for piece in found.iter_mut().rev() {
        let note = match piece.kind {
            BlockKind::Boilerplate | BlockKind::Caption => continue,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote => {
                piece.text.len() <= LONGEST
                    && (has_address(&piece.text) || introduces(&piece.text, &authors))
            }
            BlockKind::Subhead => is_author(&piece.text, &authors),
            _ => false,
        };
        if !note || left == 0 {
            return;
        }
        left -= 1;
        piece.kind = BlockKind::Boilerplate;
    }
}

/// Whether a text opens with the name of an author: "Jane Doe is a reporter in Kyiv."
fn introduces(text: &str, authors: &[&str]) -> bool {
    authors.iter().any(|author| {
        let words = text.split_whitespace();
        let opening: Vec<&str> = words.take(author.split_whitespace().count()).collect();
        letters(&opening.join(" ")) == letters(author)
            && opening.len() < text.split_whitespace().count()
    })
}

fn is_author(text: &str, authors: &[&str]) -> bool {
    authors
        .iter()
        .any(|author| letters(author) == letters(text))
}

/// Whether a text names an e-mail address or an account: "jane@example.org", "@janedoe".
fn has_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        word.split_once('@').is_some_and(|(before, behind)| {
            let name = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() > 2;
            name(behind) && (before.is_empty() || behind.contains('.') && name(before))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(last: &str) -> bool {
        let mut facts = Facts::default();
        facts.metadata.byline = Some("Jane Doe, John Roe".to_owned());
        let story = "Ministers met on Tuesday to talk about wheat.";
        let mut found: Vec<Piece> = [story; 8]
            .iter()
            .chain([&last])
            .map(|text| Piece::loose(BlockKind::Paragraph, (*text).to_owned()))
            .collect();
        mark_tail(&facts, &mut found);
        found
            .last()
            .is_some_and(|p| p.kind == BlockKind::Boilerplate)
    }

    #[test]
    fn notes_on_the_author_are_no_story() {
        for note in [
            "Jane Doe is a reporter in Kyiv.",
            "JOHN ROE covers trade. He lives in Rome.",
            "Have a tip? Write to jane.doe@gazette.example.",
            "Follow her on Twitter (@janedoe).",
        ] {
            assert!(marked(note), "{note}");
        }
        for story in [
            "Jane Poe, the minister, left early.",
            "The talks go on @ 9 in the morning.",
            "Doe is the name of the ship.",
        ] {
            assert!(!marked(story), "{story}");
        }
    }
}
