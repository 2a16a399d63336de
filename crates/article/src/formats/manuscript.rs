//! Pieces of text as a format's reader finds them, and how they become an article.

use sourcelight_text::Span;

use super::Format;
use crate::{
    Article, Block, BlockKind, Metadata, OpenError,
    language::guess_language,
    plain::{kinds_of_paragraphs, metadata_of},
};

/// The longest text that becomes an article, in bytes: ten times the longest book of reportage.
const LONGEST_TEXT: usize = 12_000_000;
/// A cell with more characters belongs to a page laid out in tables.
#[cfg(feature = "formats")]
const LONGEST_ROW: usize = 300;
/// How many pieces may stand above a headline that is none but a first heading.
const ABOVE_HEADLINE: usize = 3;

/// Text with what its format says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The kind that the format gives it; a paragraph where it says nothing.
    pub(crate) kind: BlockKind,
    /// On one line, never empty.
    pub(crate) text: String,
}

/// The pieces of a file in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manuscript {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) metadata: Metadata,
    /// The bytes of all pieces.
    len: usize,
}

impl Manuscript {
    /// Adds `text` on one line; what holds no letter and no figure is no piece. Text beyond the
    /// longest is dropped, and [`Self::into_article`] answers the error.
    pub(crate) fn push(&mut self, kind: BlockKind, text: &str) {
        self.len += text.len();
        if self.len <= LONGEST_TEXT {
            self.pieces.extend(piece(kind, text));
        }
    }

    /// Adds a paragraph in bold: a subhead, where it is shaped like one.
    #[cfg(feature = "formats")]
    pub(crate) fn push_bold(&mut self, text: &str) {
        let heads =
            piece(BlockKind::Paragraph, text).is_some_and(|p| crate::plain::is_heading(&p.text));
        let kind = if heads {
            BlockKind::Subhead
        } else {
            BlockKind::Paragraph
        };
        self.push(kind, text);
    }

    /// Adds a row of a table: its cells joined, or, where a page is laid out in tables, what stands
    /// in them one after the other.
    #[cfg(feature = "formats")]
    pub(crate) fn push_row(&mut self, cells: Vec<Vec<Piece>>) {
        let text = |cell: &Vec<Piece>| {
            let texts: Vec<&str> = cell.iter().map(|p| p.text.as_str()).collect();
            texts.join(" ")
        };
        let long = |cell: &Vec<Piece>| text(cell).chars().nth(LONGEST_ROW).is_some();
        if cells.len() > 1 && !cells.iter().any(long) {
            let row: Vec<String> = cells.iter().map(text).collect();
            self.push(BlockKind::Table, &row.join(" | "));
        } else {
            for piece in cells.into_iter().flatten() {
                self.push(piece.kind, &piece.text);
            }
        }
    }

    /// The text's bytes.
    #[cfg(feature = "formats")]
    pub(crate) fn text_len(&self) -> usize {
        self.len
    }

    /// The first headline or heading.
    #[cfg(feature = "formats")]
    pub(crate) fn heading(&self) -> Option<&str> {
        let heads = |p: &&Piece| matches!(p.kind, BlockKind::Headline | BlockKind::Subhead);
        self.pieces.iter().find(heads).map(|p| p.text.as_str())
    }

    /// Adds all of `other`, its headline as a subhead where there is one already.
    #[cfg(feature = "formats")]
    pub(crate) fn append(&mut self, other: Manuscript) {
        let headed = self.pieces.iter().any(|p| p.kind == BlockKind::Headline);
        for piece in other.pieces {
            let kind = match piece.kind {
                BlockKind::Headline if headed => BlockKind::Subhead,
                kind => kind,
            };
            self.push(kind, &piece.text);
        }
    }

    /// The article: the pieces joined by newlines. What the format left open (headline, byline, date,
    /// boilerplate) is told as in plain text. The text's own words on title, author and date come
    /// before the file's properties, which often name a template or the last person who saved it.
    pub(crate) fn into_article(mut self, format: Format) -> Result<Article, OpenError> {
        if self.len > LONGEST_TEXT {
            return Err(OpenError::Unreasonable { format });
        }
        if self.pieces.is_empty() {
            return Err(OpenError::NoText { format });
        }
        self.settle_headline();
        let mut text = String::with_capacity(self.len + self.pieces.len());
        let mut blocks: Vec<Block> = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            if !text.is_empty() {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(&piece.text);
            let span = Span::new(start, text.len());
            let kind = piece.kind;
            blocks.push(Block { kind, span });
        }
        self.tell_paragraphs(&text, &mut blocks);
        let mut metadata = metadata_of(&text, &blocks).or(self.metadata);
        if metadata.language.is_none() {
            metadata.language = guess_language(&text).map(str::to_owned);
        }
        // These formats give what an article has at least; the rest stays empty.
        #[allow(clippy::needless_update, reason = "articles of pages have more fields")]
        Ok(Article {
            metadata,
            text,
            blocks,
            ..Article::default()
        })
    }

    /// Sees to it that there is one headline at most: the first that the format names, else a heading
    /// near the top.
    fn settle_headline(&mut self) {
        let mut named = false;
        for piece in &mut self.pieces {
            if piece.kind == BlockKind::Headline {
                if named {
                    piece.kind = BlockKind::Subhead;
                }
                named = true;
            }
        }
        let top = self.pieces.iter_mut().take(ABOVE_HEADLINE);
        if let Some(first) = top
            .filter(|_| !named)
            .find(|p| p.kind == BlockKind::Subhead)
        {
            first.kind = BlockKind::Headline;
        }
    }

    /// Gives paragraphs of which the format says nothing the kind they would have in plain text.
    fn tell_paragraphs(&self, text: &str, blocks: &mut [Block]) {
        let headed = blocks.iter().position(|b| b.kind == BlockKind::Headline);
        let sectioned = blocks.iter().any(|b| b.kind == BlockKind::Subhead);
        let from = headed.unwrap_or(0);
        let spans: Vec<Span> = blocks[from..].iter().map(|b| b.span).collect();
        let told = kinds_of_paragraphs(text, &spans);
        for (block, kind) in blocks[from..].iter_mut().zip(told) {
            block.kind = match (block.kind, kind) {
                (given, BlockKind::Boilerplate) if given != BlockKind::Headline => kind,
                (BlockKind::Paragraph, BlockKind::Headline) if headed.is_some() => block.kind,
                // Where the format names headings, a short line is a short line.
                (BlockKind::Paragraph, BlockKind::Subhead) if sectioned => block.kind,
                (BlockKind::Paragraph, BlockKind::ListItem | BlockKind::Quote) => block.kind,
                (BlockKind::Paragraph, told) => told,
                (given, _) => given,
            };
        }
    }
}

/// `text` on one line as a piece; none where it holds no letter and no figure.
pub(crate) fn piece(kind: BlockKind, text: &str) -> Option<Piece> {
    let drawn = |c: char| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let mut line = String::with_capacity(text.len());
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    for word in words.filter(|w| !w.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|&c| drawn(c)));
    }
    let line = line.trim();
    line.chars().any(char::is_alphanumeric).then(|| Piece {
        kind,
        text: line.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::*;

    fn article(pieces: &[(BlockKind, &str)]) -> Article {
        let mut manuscript = Manuscript::default();
        for (kind, text) in pieces {
            manuscript.push(*kind, text);
        }
        manuscript.into_article(Format::Docx).unwrap()
    }

    #[test]
    fn what_a_format_leaves_open_is_told_as_in_plain_text() {
        let opened = article(&[
            (Paragraph, "Harbour closes after storm"),
            (Paragraph, "By Jane Doe"),
            (Paragraph, "12 May 2024"),
            (
                Paragraph,
                "The harbour\u{ad} was  closed on Monday, the mayor said.",
            ),
            (Paragraph, "Read also"),
        ]);
        let kinds: Vec<_> = opened.blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [Headline, Byline, Byline, Paragraph, Boilerplate]);
        assert!(opened.text.contains("The harbour was closed on Monday"));
        assert_eq!(opened.metadata.byline.as_deref(), Some("Jane Doe"));
        assert_eq!(opened.metadata.published.as_deref(), Some("2024-05-12"));
    }

    #[test]
    fn a_heading_near_the_top_is_the_headline() {
        let opened = article(&[
            (Paragraph, "NEWS"),
            (Subhead, "Harbour closes after storm"),
            (Paragraph, "The harbour was closed on Monday, he said."),
            (Subhead, "No boats"),
            (Paragraph, "No boat left on Tuesday, he said."),
        ]);
        let kinds: Vec<_> = opened.blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [Paragraph, Headline, Paragraph, Subhead, Paragraph]);
        assert_eq!(
            opened.metadata.title.as_deref(),
            Some("Harbour closes after storm")
        );
    }

    #[test]
    fn nothing_but_marks_is_no_article() {
        let mut manuscript = Manuscript::default();
        manuscript.push(Paragraph, " \u{200b} * * * ");
        assert!(manuscript.into_article(Format::Odt).is_err());
    }
}
