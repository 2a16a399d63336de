//! A request in, an answer out.

use opener::Said;
use serde_json::Value;
use sourcelight_annotation::article_id;
use sourcelight_annotation::{Annotation, read};
use sourcelight_exchange::{Exported, Input, Kind, Library, Shelf as Kept, backup, export};
use sourcelight_state::{self as state, findings};

use crate::{Answer, Form, Request, Shelf, Task, compare::compare, take};

/// What came of a request, and the file it wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// What came of it.
    pub answer: Answer,
    /// The file.
    pub bytes: Option<Vec<u8>>,
}

impl From<Answer> for Answered {
    fn from(answer: Answer) -> Self {
        Self {
            answer,
            bytes: None,
        }
    }
}

impl From<Exported> for Answered {
    fn from(file: Exported) -> Self {
        let answer = Answer::File {
            name: file.name,
            media_type: file.media_type.to_owned(),
        };
        Self {
            answer,
            bytes: Some(file.bytes),
        }
    }
}

/// Does what is asked; `file` is the file that came along. Pure.
pub fn answer(request: &Request, file: Option<&[u8]>) -> Answered {
    let shelves: Vec<Kept> = request.shelves.iter().map(kept).collect();
    let library = Library::of_shelves(&shelves, &exchanged(request), &request.writer);
    match &request.task {
        Task::HandOn {
            form,
            analysis,
            reader,
        } => match shelves.first() {
            Some(shelf) => {
                let text = &shelf.kept.article.text;
                let offsets = sourcelight_text::OffsetMap::new(text);
                let annotations: Vec<Annotation> = shelf
                    .annotations
                    .iter()
                    .filter_map(|a| read(a, text, &offsets).ok())
                    .collect();
                let findings = findings(analysis.as_deref(), annotations.iter());
                let input = Input {
                    kept: &shelf.kept,
                    analysis: analysis.as_deref(),
                    findings: &findings,
                    annotations: &shelf.annotations,
                    library: Some(&library),
                    reader: reader.as_deref(),
                    now: &request.now,
                    version: env!("CARGO_PKG_VERSION"),
                };
                export(kind(*form), &input).into()
            }
            None => Answer::Failed(Said::new("import-error-nothing-open")).into(),
        },
        Task::Backup { settings } => {
            let mut library = library;
            let settings = settings
                .iter()
                .map(|(name, value)| (name.clone(), Value::from(value.as_str())));
            library.settings = settings.collect();
            backup(&library, &request.now, env!("CARGO_PKG_VERSION")).into()
        }
        Task::Compare { text } => match shelves.first() {
            Some(shelf) => compare(shelf, text).into(),
            None => Answer::Failed(Said::new("import-error-nothing-open")).into(),
        },
        Task::TakeIn { name, open } => {
            let file = file.unwrap_or_default();
            take::take_in(request, &shelves, &library, (file, name), open.as_deref()).into()
        }
    }
}

fn kept(shelf: &Shelf) -> Kept {
    let annotations = shelf
        .annotations
        .iter()
        .filter_map(|json| serde_json::from_str(json).ok());
    Kept {
        kept: state::Kept {
            id: article_id(&shelf.article.text),
            article: shelf.article.clone(),
            opened: shelf.opened.clone(),
        },
        deleted: shelf.deleted.clone(),
        annotations: annotations.collect(),
    }
}

/// The records as they were exchanged; one that cannot be read is as if it never had been.
fn exchanged(request: &Request) -> Library {
    let mut library = Library::default();
    for one in &request.exchanged {
        if one.is_article {
            if let Ok(record) = serde_json::from_str(&one.record) {
                library.articles.replace(record);
            }
        } else if let Ok(record) = serde_json::from_str(&one.record) {
            library.annotations.replace(record);
        }
    }
    library
}

const fn kind(form: Form) -> Kind {
    match form {
        Form::Sourcelight => Kind::Sourcelight,
        Form::Html => Kind::Html,
        Form::Word => Kind::Word,
        Form::Markdown => Kind::Markdown,
        Form::Csv => Kind::Csv,
        Form::W3c => Kind::W3c,
        Form::Hypothesis => Kind::Hypothesis,
        Form::SchemaOrg => Kind::SchemaOrg,
    }
}
