//! Two versions of an article beside each other, with all that was noted on the older one.

use sourcelight_annotation::{anchor::State, article_id, read, version, write};
use sourcelight_exchange::Shelf;
use sourcelight_text::OffsetMap;

use crate::{Answer, Change, Compared, Piece};

/// Compares the shelf's article with its new version `new`. What of its annotations cannot be read stays
/// where it is.
pub(crate) fn compare(shelf: &Shelf, new: &str) -> Answer {
    let old = &shelf.kept.article.text;
    let (old_offsets, new_offsets) = (OffsetMap::new(old), OffsetMap::new(new));
    let (carry, article) = (version::Carry::new(old, new), article_id(new));
    let mut compared = Compared {
        pieces: carry
            .stretches()
            .iter()
            .map(|s| piece(s, old, new))
            .collect(),
        ..Compared::default()
    };
    let annotations = shelf.annotations.iter();
    for annotation in annotations.filter_map(|a| read(a, old, &old_offsets).ok()) {
        let Some(moved) = carry.moved(&annotation, &article) else {
            continue;
        };
        *match moved.state {
            State::Exact => &mut compared.exact,
            State::Changed => &mut compared.changed,
            State::Lost => &mut compared.lost,
        } += 1;
        let written = write(&moved.annotation, new, &new_offsets);
        compared.annotations.push(written.to_string());
    }
    Answer::Compared(Box::new(compared))
}

fn piece(stretch: &version::Stretch, old: &str, new: &str) -> Piece {
    let (change, text) = match stretch.change {
        version::Change::Same => (Change::Same, stretch.new.of(new)),
        version::Change::Deleted => (Change::Deleted, stretch.old.of(old)),
        version::Change::Inserted => (Change::Inserted, stretch.new.of(new)),
    };
    Piece {
        change,
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use sourcelight_annotation::{Annotation, Body, Note};
    use sourcelight_article::open_plain_text;
    use sourcelight_state::Kept;
    use sourcelight_text::Span;

    use super::*;

    const OLD: &str =
        "🕊 A headline\n\nThe toll was 14. The mayor wept. Nobody had asked the town before.";
    const NEW: &str = "🕊 A headline\n\nThe toll was 17. The mayor wept. It was raining all day.";

    fn note(words: &str, deleted: bool) -> serde_json::Value {
        let start = OLD.find(words).unwrap();
        let note = Annotation {
            id: format!("urn:x:{start}"),
            article: article_id(OLD),
            body: Body::Note(Note {
                span: Span::new(start, start + words.len()),
                text: "why?".into(),
            }),
            created: "2024-11-20T10:00:00Z".into(),
            modified: "2024-11-20T10:00:00Z".into(),
            deleted: deleted.then(|| "2024-11-21T10:00:00Z".into()),
            carried: None,
        };
        write(&note, OLD, &OffsetMap::new(OLD))
    }

    #[test]
    fn both_texts_are_shown_and_every_live_annotation_is_carried() {
        let shelf = Shelf {
            kept: Kept {
                id: article_id(OLD),
                article: open_plain_text(OLD),
                opened: "2024".into(),
            },
            deleted: None,
            annotations: vec![
                note("The toll was 14.", false),
                note("The mayor wept.", false),
                note("Nobody had asked the town before.", false),
                note("headline", true),
                serde_json::json!({ "no": "annotation" }),
            ],
        };
        let Answer::Compared(compared) = compare(&shelf, NEW) else {
            panic!("not compared")
        };
        let said = (compared.exact, compared.changed, compared.lost);
        assert_eq!(said, (1, 1, 1));
        let text = |without: Change| -> String {
            let pieces = compared.pieces.iter().filter(|p| p.change != without);
            pieces.map(|p| p.text.as_str()).collect()
        };
        assert_eq!(
            (text(Change::Inserted), text(Change::Deleted)),
            (OLD.into(), NEW.into())
        );
        let offsets = OffsetMap::new(NEW);
        for annotation in &compared.annotations {
            let value = serde_json::from_str(annotation).unwrap();
            let annotation = read(&value, NEW, &offsets).unwrap();
            assert_eq!(annotation.article, article_id(NEW));
        }
    }
}
