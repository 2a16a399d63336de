//! What a PDF would cost to read, told before it is read: the interpreter has no bounds of its own on what
//! streams unpack to and on forms that draw other forms many times over.

use std::{collections::BTreeMap, io::Read};

use flate2::bufread::ZlibDecoder;
use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction},
    object::{Array, Dict, Name, ObjectIdentifier, Stream},
    page::{Page, Resources},
};

/// The most that one stream may unpack to, in bytes; pictures aside, which are not unpacked.
const LARGEST_STREAM: u64 = 64_000_000;
/// The most that all of them may.
const LARGEST_TOTAL: u64 = 500_000_000;
/// The most bytes of drawing instructions on one page, those of forms as often as they are drawn.
const LARGEST_PAGE: u64 = 80_000_000;
/// The deepest that forms draw each other.
const DEEPEST: usize = 40;
/// A stream in an encoding that is not tried out first, in bytes: these unpack to a thousand times their
/// size at most.
const LARGEST_UNTRIED: usize = 300_000;
/// A stream's dictionary is looked for within so many bytes before it.
const DICTIONARY: usize = 2_000;

/// Whether the streams of the file unpack to what a document holds. Unpacks all but pictures once,
/// keeping nothing.
pub(super) fn are_streams_reasonable(bytes: &[u8]) -> bool {
    let mut total = 0;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            continue;
        }
        let dictionary = dictionary(&bytes[..keyword]);
        let holds = |name: &[u8]| find(dictionary, name).is_some();
        if holds(b"/Image") {
            continue;
        }
        let packings = count(dictionary, b"FlateDecode") + count(dictionary, b"LZWDecode");
        if packings + count(dictionary, b"RunLengthDecode") > 1 {
            return false;
        }
        let body = bytes[at..].trim_ascii_start();
        let untried = holds(b"LZW") || holds(b"ASCII") || holds(b"/A85") || holds(b"/AHx");
        if untried {
            let end = find(body, b"endstream").unwrap_or(body.len());
            if packings > 0 && end > LARGEST_UNTRIED {
                return false;
            }
        } else if body.first() == Some(&0x78) {
            let mut sink = ZlibDecoder::new(body).take(LARGEST_STREAM + 1);
            // What is damaged unpacks as far as it goes, here as there.
            let read = std::io::copy(&mut sink, &mut std::io::sink());
            let unpacked = read.unwrap_or_else(|_| LARGEST_STREAM + 1 - sink.limit());
            total += unpacked;
            if unpacked > LARGEST_STREAM || total > LARGEST_TOTAL {
                return false;
            }
        }
    }
    true
}

/// Whether the page's instructions, with those of the forms that it draws, are as many as a page has.
pub(super) fn is_reasonable(page: &Page<'_>) -> bool {
    let mut length: u64 = 0;
    let contents = page.raw().get::<Array<'_>>("Contents");
    // The same stream may be named again and again.
    for stream in contents.iter().flat_map(Array::iter::<Stream<'_>>) {
        length += stream.decoded_data().map_or(0, |d| d.len() as u64);
        if length > LARGEST_PAGE {
            return false;
        }
    }
    let mut known = BTreeMap::new();
    let instructions = page.page_stream().unwrap_or_default();
    cost(instructions, page.resources(), &mut Vec::new(), &mut known).is_some()
}

/// The bytes of `instructions` and of all that they draw; none where they are too many or draw
/// themselves.
fn cost(
    instructions: &[u8],
    resources: &Resources<'_>,
    around: &mut Vec<ObjectIdentifier>,
    known: &mut BTreeMap<ObjectIdentifier, u64>,
) -> Option<u64> {
    let mut total = instructions.len() as u64;
    let mut iter = TypedIter::new(instructions);
    while let Some(instruction) = iter.next() {
        let TypedInstruction::XObject(drawn) = instruction else {
            continue;
        };
        let Some(form) = resources.get_x_object(drawn.0) else {
            continue;
        };
        total += form_cost(&form, resources, around, known)?;
        if total > LARGEST_PAGE {
            return None;
        }
    }
    Some(total)
}

fn form_cost(
    form: &Stream<'_>,
    resources: &Resources<'_>,
    around: &mut Vec<ObjectIdentifier>,
    known: &mut BTreeMap<ObjectIdentifier, u64>,
) -> Option<u64> {
    let dictionary = form.dict();
    let is_form = dictionary
        .get::<Name<'_>>("Subtype")
        .is_some_and(|n| &*n == b"Form");
    if !is_form {
        return Some(0);
    }
    let id = form.obj_id();
    if let Some(cost) = known.get(&id) {
        return Some(*cost);
    }
    if around.contains(&id) || around.len() >= DEEPEST {
        return None;
    }
    let Ok(instructions) = form.decoded_data() else {
        return Some(0);
    };
    let own = dictionary.get::<Dict<'_>>("Resources").map(Resources::new);
    around.push(id);
    let found = cost(
        &instructions,
        own.as_ref().unwrap_or(resources),
        around,
        known,
    );
    around.pop();
    known.insert(id, found?);
    found
}

/// The dictionary that ends before a stream's keyword, or what may be it.
fn dictionary(before: &[u8]) -> &[u8] {
    let near = &before[before.len().saturating_sub(DICTIONARY)..];
    let start = near
        .windows(4)
        .rposition(|w| w == b" obj" || w == b"\tobj" || w == b"\nobj");
    &near[start.unwrap_or(0)..]
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|w| *w == word).count()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|&b| b == first)?;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
