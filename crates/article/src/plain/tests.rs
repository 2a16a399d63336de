//! Plain texts and the blocks they are read into.

use proptest::prelude::*;

use crate::{BlockKind, open_plain_text};

/// One line a block: its kind, and how it begins.
fn read(text: &str) -> Vec<String> {
    let article = open_plain_text(text);
    assert_eq!(article.text, text);
    let kind = |k: BlockKind| {
        serde_json::to_value(k)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    };
    article
        .blocks
        .iter()
        .map(|b| {
            format!(
                "{} {}",
                kind(b.kind),
                b.span.of(text).chars().take(24).collect::<String>()
            )
        })
        .collect()
}

#[test]
fn a_pasted_page_with_links_at_its_end() {
    let text = "Council Approves Sale of Old Harbour - Gazette.\n\
        The city council has approved the sale of the old harbour. The money will go into schools.\n\
        This was reported by the Daily Page, citing the Gazette.\n\
        The sale followed a vote in May that allowed the city to give up land on the river for the first time.\n\
        New homes\n\
        However, the buyer has forced the council to find other places for the boats, one member said.\n\
        Read also\n\
        - Fish prices fall over storm fears\n\
        - Mayor proposed a new approach to parking";
    assert_eq!(
        read(text),
        [
            "headline Council Approves Sale of",
            "standfirst The city council has app",
            "paragraph This was reported by the",
            "paragraph The sale followed a vote",
            "subhead New homes",
            "paragraph However, the buyer has f",
            "boilerplate Read also",
            "boilerplate - Fish prices fall over ",
            "boilerplate - Mayor proposed a new a",
        ]
    );
}

#[test]
fn a_headline_a_byline_a_date_and_wire_copy() {
    let text = "Two die in crash\n\nBy Jane Doe and John Roe\nUpdated Sept. 12, 2015, 10:31 p.m. EDT\n\n\
        KYIV (Reuters) — Two people died on Monday, police said.\n\n> We saw it.\n\n1. First\n2. Second\n";
    let article = open_plain_text(text);
    assert_eq!(
        read(text),
        [
            "headline Two die in crash",
            "byline By Jane Doe and John Roe",
            "byline Updated Sept. 12, 2015, ",
            "paragraph KYIV (Reuters) — Two peo",
            "quote We saw it.",
            "list_item First",
            "list_item Second",
        ]
    );
    assert_eq!(
        article.metadata.byline.as_deref(),
        Some("Jane Doe, John Roe")
    );
    assert_eq!(article.metadata.published.as_deref(), Some("2015-09-12"));
    assert_eq!(article.metadata.title.as_deref(), Some("Two die in crash"));
}

#[test]
fn links_in_the_middle_end_where_the_story_goes_on() {
    let text = "Title of it\n\nThe first paragraph says this.\n\nRead more\nOne link\nAnother link\n\n\
        The story goes on here.\n\nSources\n\"One\". Page, May 3, 2015\n";
    let kinds: Vec<_> = open_plain_text(text)
        .blocks
        .iter()
        .map(|b| b.kind)
        .collect();
    use BlockKind::{Boilerplate as B, Headline as H, Paragraph as P};
    assert_eq!(kinds, [H, P, B, B, B, P, B, B]);
}

#[test]
fn a_date_glued_to_the_first_paragraph_is_cut_off() {
    let text = "Flag vote starts\nThursday, May 7, 2015 On Tuesday, the vote was announced.";
    assert_eq!(
        read(text),
        [
            "headline Flag vote starts",
            "byline Thursday, May 7, 2015",
            "paragraph On Tuesday, the vote was"
        ]
    );
}

#[test]
fn a_fragment_above_the_first_paragraph_is_what_a_picture_left() {
    let text = "Hundreds gather\nMay 7, 2015\nThe plain on the day of the feast\nHundreds of people came, the mayor said.";
    assert_eq!(
        read(text)[2..],
        [
            "caption The plain on the day of ",
            "paragraph Hundreds of people came,"
        ]
    );
}

#[test]
fn texts_without_a_story_have_no_blocks() {
    for text in ["", " \r\n\t\n", "\u{feff}"] {
        assert_eq!(read(text), Vec::<String>::new());
    }
}

#[test]
fn one_giant_line_is_one_paragraph() {
    let text = "word ".repeat(1_000_000);
    let article = open_plain_text(&text);
    assert_eq!(article.blocks.len(), 1);
    assert_eq!(article.blocks[0].kind, BlockKind::Paragraph);
}

#[test]
fn right_to_left_text_and_emoji_keep_their_spans() {
    let text = "כותרת הכתבה\n\nפסקה ראשונה של הכתבה 🕊.\n";
    assert_eq!(read(text)[1], "paragraph פסקה ראשונה של הכתבה 🕊.");
}

#[test]
fn the_mines_story_reads_as_a_reader_would_cut_it() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/articles/mines-to-ukraine.txt"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        return eprintln!("skipped: {path} is not there");
    };
    use BlockKind::{
        Boilerplate as B, Headline as H, Paragraph as P, Standfirst as S, Subhead as U,
    };
    let kinds: Vec<_> = open_plain_text(&text)
        .blocks
        .iter()
        .map(|b| b.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            H, S, P, P, P, P, P, P, P, P, P, U, P, P, P, P, P, B, B, B, B, B, B, B
        ]
    );
}

fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\u{feff}"),
        Just("> "),
        Just("- "),
        Just("1. "),
        Just("Read also"),
        Just("Sources"),
        Just("By Jane Doe"),
        Just("May 7, 2015"),
        Just("Thursday, May 7, 2015 On"),
        Just("A sentence that says something rather long here."),
        Just("🕊"),
        Just("שלום"),
        Just("e\u{301}"),
        Just(" "),
        Just("Image: "),
        Just("[Video: x]"),
    ]
    .prop_map(str::to_owned);
    let any = prop_oneof![4 => piece, 1 => "\\PC{0,30}"];
    prop::collection::vec(any, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn blocks_are_ordered_disjoint_trimmed_and_hold_all_words(text in page()) {
        let article = open_plain_text(&text);
        prop_assert_eq!(&article.text, &text);
        let mut end = 0;
        for block in &article.blocks {
            let covered = text.get(block.span.start..block.span.end);
            prop_assert!(block.span.start >= end && !block.span.is_empty());
            prop_assert!(covered.is_some_and(|c| c.trim() == c));
            let between = text[end..block.span.start].trim();
            prop_assert!(between.chars().filter(|c| c.is_alphabetic()).count() == 0, "{}", between);
            end = block.span.end;
        }
        prop_assert!(!text[end..].contains(char::is_alphabetic));
    }
}
