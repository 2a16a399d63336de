//! Files: one is opened, several go into the library.

use opener::{Read, Request, Said};
use sourcelight_article::{looks_like_html, open_plain_text};
use sourcelight_state::Notice;
use web_sys::File;

use super::{
    Ways,
    open_article::{arrive, open_blob},
    shelve::{MAX_MEGABYTES, check, shelve},
    ways::Turn,
};
use crate::{
    browser::files,
    opening::{Report, Stage, Step},
};

/// The largest file that is read, in bytes.
const LARGEST: f64 = 50_000_000.0;

/// Opens the first file that can be, and puts the others into the library; answers whether one is open.
pub(crate) async fn open_files(turn: Turn, list: Vec<File>, ways: &Ways) -> bool {
    let count = list.len();
    if let [file] = list.as_slice() {
        ways.busy(&file.name(), (1, 1), Stage::Reading);
        return open_file(turn, file, ways).await;
    }
    let (mut opened, mut kept, mut failed) = (false, 0, 0);
    for (index, file) in list.iter().enumerate() {
        ways.busy(&file.name(), (index + 1, count), Stage::Reading);
        if !opened {
            opened = open_file(turn, file, ways).await;
            kept += usize::from(opened);
            failed += usize::from(!opened);
        } else if keep_file(turn, file, ways).await {
            kept += 1;
        } else {
            failed += 1;
        }
        if !ways.goes_on(turn) {
            return opened;
        }
    }
    failed -= ways.taken_in().min(failed);
    let said = Said::new("open-several-kept")
        .number("kept", kept)
        .number("failed", failed);
    ways.step(Step::Reported(Report::notes("", vec![said])));
    opened
}

async fn open_file(turn: Turn, file: &File, ways: &Ways) -> bool {
    let name = file.name();
    if let Some(why) = too_large(file) {
        ways.fail(&name, why);
        return false;
    }
    match plain(file).await {
        Some(read) => {
            if read.article.text.trim().is_empty() {
                ways.fail(&name, Said::new("open-error-empty"));
                return false;
            }
            arrive(&name, read, ways).await
        }
        None => open_blob(turn, &name, request(file), file.clone().into(), ways).await,
    }
}

/// Reads a file and keeps it beside what is open.
async fn keep_file(turn: Turn, file: &File, ways: &Ways) -> bool {
    let name = file.name();
    let read = match too_large(file) {
        Some(why) => Err(why),
        None => match plain(file).await {
            Some(read) => Ok(Some(read)),
            None => ways.read(turn, &request(file), file).await,
        },
    };
    let kept = match read {
        Ok(None) => return false,
        Ok(Some(read)) => match check(&read.article.text) {
            Ok(()) if shelve(read.article, ways).await => Ok(read.notes),
            Ok(()) => Err(Said::new("open-error-not-kept")),
            Err(Notice::TooLarge(megabytes)) => {
                Err(Said::new("open-error-text-too-long").number("megabytes", megabytes))
            }
            Err(_) => Err(Said::new("open-error-empty")),
        },
        Err(why) => Err(why),
    };
    match kept {
        Ok(notes) => {
            if !notes.is_empty() {
                ways.step(Step::Reported(Report::notes(&name, notes)));
            }
            true
        }
        Err(why) => {
            ways.fail(&name, why);
            false
        }
    }
}

fn too_large(file: &File) -> Option<Said> {
    (file.size() > LARGEST).then(|| Said::new("open-error-file-too-large").number("megabytes", 50))
}

fn request(file: &File) -> Request {
    let media_type = file.type_();
    Request {
        name: Some(file.name()),
        media_type: (!media_type.is_empty()).then_some(media_type),
        ..Request::default()
    }
}

/// A file of plain text in UTF-8, which needs no worker; none for any other.
async fn plain(file: &File) -> Option<Read> {
    let named = file.name().to_lowercase().ends_with(".txt");
    if !named || file.size() > (MAX_MEGABYTES * 1_000_000) as f64 {
        return None;
    }
    let text = String::from_utf8(files::bytes(file).await?).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if looks_like_html(text) || text.contains(control) {
        return None;
    }
    Some(Read {
        article: open_plain_text(text),
        ..Read::default()
    })
}
