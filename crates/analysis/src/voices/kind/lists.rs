//! The words that tell voices apart, from `data/voices.txt` and the lists of names beside it.

use std::sync::LazyLock;

use crate::words::{WordSet, entries, keyed};

const VOICES: &str = include_str!("../../../data/voices.txt");

pub(super) static OUTLETS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::lines(include_str!("../../../data/outlets.txt")));

pub(super) static PLACES: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::of(entries(include_str!("../../../data/places.txt")).flat_map(str::split_whitespace))
});

macro_rules! list {
    ($name:ident, $key:literal) => {
        pub(super) static $name: LazyLock<WordSet> =
            LazyLock::new(|| WordSet::of(keyed(VOICES).filter(|p| p.1 == $key).map(|p| p.0)));
    };
}

list!(ROLES, "role");
list!(OFFICES, "office");
list!(INSTITUTIONS, "institution");
list!(OUTLET_WORDS, "outlet_word");
list!(MEDIA, "media");
list!(DOCUMENTS, "document");
list!(LAWS, "law");
list!(DATA, "data");
list!(POLLS, "poll");
list!(TITLES, "title");
list!(KNOWLEDGE, "knowledge");
list!(COLLECTIVES, "collective");
list!(SURNAMES, "surname");
list!(BODY_WORDS, "body_word");

pub(super) static BODIES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::lines(include_str!("../../../data/bodies.txt")));
