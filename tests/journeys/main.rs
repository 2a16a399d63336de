//! The journeys of readers through Sourcelight, each in Chromium and in Firefox, on the release
//! `dist/` (`cargo xtask build` makes it; `cargo xtask test` does all).

/// Makes a test a browser of a journey: an `async fn(Page) -> Result<()>` and what it needs set up.
macro_rules! in_both_browsers {
    ($journey:ident) => {
        in_both_browsers!($journey, sourcelight_e2e::Setup::default());
    };
    ($journey:ident, $setup:expr) => {
        #[test]
        fn in_chromium() -> Result<(), sourcelight_e2e::Failure> {
            sourcelight_e2e::run(sourcelight_e2e::Browser::Chromium, &$setup, $journey)
        }

        #[test]
        fn in_firefox() -> Result<(), sourcelight_e2e::Failure> {
            sourcelight_e2e::run(sourcelight_e2e::Browser::Firefox, &$setup, $journey)
        }
    };
}

mod active_content;
mod annotating;
mod auditing;
mod backup_folder;
mod bookmarklet;
mod broken_records;
mod copying;
mod corrections;
mod drafts;
mod every_look;
mod figures;
mod finding_by_keys;
mod first_visit;
mod handing_on;
mod harness_sees;
mod keyboard_never_lost;
mod keyboard_only;
mod languages;
mod library;
mod mark_sets;
mod merging_voices;
mod new_version;
mod no_barriers;
mod on_paper;
mod opening_files;
mod policy;
mod rescue;
mod side_by_side;
mod steps;
mod sub_path;
mod taking_in;
mod told_aloud;
mod ways_in;
