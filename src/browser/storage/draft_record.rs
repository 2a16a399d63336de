//! What a stored draft looks like: a plain object, offsets in Unicode code points.

use serde::{Deserialize, Serialize};
use sourcelight_state::{Draft, DraftPlace, Kept};
use sourcelight_text::{CodePointSpan, OffsetMap};

/// The version of the record's shape.
const SCHEMA: u32 = 1;

/// What was typed and not saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct DraftRecord {
    schema: u32,
    id: String,
    article: String,
    place: PlaceRecord,
    text: String,
    at: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum PlaceRecord {
    /// The passage, and its words, for whoever reads this without the article.
    Note {
        start: usize,
        end: usize,
        exact: String,
    },
    Change(String),
    Field(String),
}

impl DraftRecord {
    /// The record of a draft on the article `of`.
    pub(super) fn of(draft: &Draft, of: &Kept) -> Self {
        let place = match &draft.place {
            DraftPlace::Change(id) => PlaceRecord::Change(id.clone()),
            DraftPlace::Field(name) => PlaceRecord::Field(name.clone()),
            DraftPlace::Note(span) => {
                let text = of.article.text.as_str();
                let place = OffsetMap::new(text).code_points(*span);
                PlaceRecord::Note {
                    start: place.start,
                    end: place.end,
                    exact: span.of(text).to_owned(),
                }
            }
        };
        Self {
            schema: SCHEMA,
            id: draft.id.clone(),
            article: draft.article.clone(),
            place,
            text: draft.text.clone(),
            at: draft.at.clone(),
        }
    }

    /// The same with other words.
    pub(super) fn saying(self, draft: &Draft) -> Self {
        Self {
            text: draft.text.clone(),
            at: draft.at.clone(),
            ..self
        }
    }

    /// The draft on the article with these offsets; none where the record is of a later version.
    pub(super) fn draft(self, offsets: &OffsetMap<'_>) -> Option<Draft> {
        let place = match self.place {
            PlaceRecord::Change(id) => DraftPlace::Change(id),
            PlaceRecord::Field(name) => DraftPlace::Field(name),
            PlaceRecord::Note { start, end, .. } => {
                DraftPlace::Note(offsets.from_code_points(CodePointSpan { start, end }))
            }
        };
        (self.schema == SCHEMA).then_some(Draft {
            id: self.id,
            article: self.article,
            place,
            text: self.text,
            at: self.at,
        })
    }
}
