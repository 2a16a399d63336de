//! What once broke a reader, and two seconds of new damage for each (`FUZZ_SECONDS` for more).

use fuzz::{FORMATS, fuzz, replay};

#[test]
fn what_broke_a_reader_does_so_no_more() {
    for (format, _) in FORMATS {
        replay(format).unwrap();
    }
}

#[test]
fn damaged_files_of_every_format_are_read_or_refused() {
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|s| s.parse().ok());
    for (format, _) in FORMATS {
        let outcome = fuzz(format, seconds.unwrap_or(2), 7).unwrap();
        assert!(
            outcome.runs > 10 && outcome.kinds > 1,
            "{format}: {outcome:?}"
        );
    }
}
