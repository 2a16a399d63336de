//! Handing on and backing up: the worker writes, the browser saves.

use std::rc::Rc;

use exchanger::{Answer, Form, Request, Shelf, Task};
use opener::Said;
use sourcelight_annotation::write;
use sourcelight_state::{Notice, Settings, State};
use sourcelight_text::OffsetMap;
use web_sys::Blob;

use super::Shared;
use crate::browser::{
    clock,
    exchanger::{Answered, ask},
    files, ids,
    opener::Broken,
    storage::{Everything, Storage},
};

/// The setting that names this database among writers.
const WRITER: &str = "writer";
/// The setting that says since when there are changes that are in no backup; empty for none.
const UNBACKED: &str = "unbacked_since";
/// After how many days a backup is asked for.
const PATIENCE: f64 = 14.0;

/// A file that was written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// A name for it.
    pub(crate) name: String,
    /// The file.
    pub(crate) blob: Blob,
    /// The same as text, where it is text.
    pub(crate) text: Option<String>,
}

/// The open article in a form to hand on.
///
/// # Errors
/// Why it could not be written, for the reader.
pub(crate) async fn hand_on(form: Form, state: &State, shared: &Shared) -> Result<Written, Said> {
    let Some(kept) = &state.article else {
        return Err(Said::new("import-error-nothing-open"));
    };
    let (text, offsets) = (&kept.article.text, OffsetMap::new(&kept.article.text));
    let annotations = state.annotations.values();
    let shelf = Shelf {
        article: kept.article.clone(),
        opened: kept.opened.clone(),
        deleted: None,
        annotations: annotations
            .map(|a| write(a, text, &offsets).to_string())
            .collect(),
    };
    // What is kept of others, and other articles, has no place in a report on this one.
    let storage = shared.borrow().clone();
    let mut exchanged = match &storage {
        Some(storage) => storage
            .everything()
            .await
            .map(|e| e.exchanged)
            .unwrap_or_default(),
        None => Vec::new(),
    };
    exchanged.retain(|record| record.id == kept.id || state.annotations.contains_key(&record.id));
    let reader = state.settings.reader.trim();
    let task = Task::HandOn {
        form,
        analysis: state.analysis().cloned().map(Box::new),
        reader: (!reader.is_empty()).then(|| reader.to_owned()),
    };
    let request = Request {
        task,
        shelves: vec![shelf],
        exchanged,
        writer: writer(storage.as_ref()).await,
        now: clock::now(),
    };
    written(ask(&request, None).await)
}

/// Everything in one file; and how many records could not be read, and are not in it.
///
/// # Errors
/// Why it could not be written, for the reader.
pub(crate) async fn backup(shared: &Shared) -> Result<(Written, usize), Said> {
    let storage = shared.borrow().clone();
    let Some(storage) = storage else {
        return Err(Said::new("import-error-no-storage"));
    };
    let Ok(everything) = storage.everything().await else {
        return Err(Said::new("import-error-no-storage"));
    };
    let mut settings = Vec::new();
    for name in Settings::NAMES {
        if let Ok(Some(value)) = storage.setting(name).await {
            settings.push((name.to_owned(), value));
        }
    }
    let unreadable = everything.unreadable;
    let task = Task::Backup { settings };
    let request = request(task, everything, &storage).await;
    let written = written(ask(&request, None).await)?;
    // A reminder too many does no harm.
    let _ = storage.set_setting(UNBACKED, "").await;
    Ok((written, unreadable))
}

/// A request about everything that is kept.
pub(super) async fn request(task: Task, everything: Everything, storage: &Rc<Storage>) -> Request {
    Request {
        task,
        shelves: everything.shelves,
        exchanged: everything.exchanged,
        writer: writer(Some(storage)).await,
        now: clock::now(),
    }
}

/// The name under which this database writes, made once.
async fn writer(storage: Option<&Rc<Storage>>) -> String {
    let Some(storage) = storage else {
        return ids::new_id();
    };
    match storage.setting(WRITER).await {
        Ok(Some(writer)) if !writer.is_empty() => writer,
        _ => {
            let made = ids::new_id();
            let _ = storage.set_setting(WRITER, &made).await;
            made
        }
    }
}

fn written(answered: Result<Answered, Broken>) -> Result<Written, Said> {
    let answered = answered.map_err(said_of)?;
    match (answered.answer, answered.bytes) {
        (Answer::File { name, media_type }, Some(bytes)) => {
            let text = media_type.contains("text/") || media_type.contains("json");
            let blob = files::blob_of(&bytes, &media_type);
            Ok(Written {
                name,
                blob: blob.ok_or_else(|| Said::new("exchange-broken"))?,
                text: text.then(|| String::from_utf8(bytes).ok()).flatten(),
            })
        }
        (Answer::Failed(why), _) => Err(why),
        _ => Err(Said::new("exchange-broken")),
    }
}

/// What is said where the worker gave no answer.
pub(super) fn said_of(broken: Broken) -> Said {
    match broken {
        Broken::Missing => Said::new("open-error-no-worker"),
        Broken::Slow => Said::new("open-error-slow"),
        Broken::Crashed | Broken::Stopped => Said::new("exchange-broken"),
    }
}

/// Remembers that something changed that is in no backup yet, where nothing else did before.
pub(super) async fn note_change(storage: &Storage) {
    if let Ok(since) = storage.setting(UNBACKED).await
        && since.is_none_or(|since| since.is_empty())
    {
        let _ = storage.set_setting(UNBACKED, &clock::now()).await;
    }
}

/// The reminder that a backup is due, where one is.
pub(crate) async fn notice_of_backup(shared: &Shared) -> Option<Notice> {
    let storage = shared.borrow().clone()?;
    let since = storage.setting(UNBACKED).await.ok()??;
    let days = clock::days_since(&since)?;
    // Days since a note was written fit into any integer.
    (days >= PATIENCE).then_some(Notice::BackupDue(days as u32))
}
