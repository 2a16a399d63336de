//! Rich Text Format (Microsoft's specification 1.9.1): the text in order, with headings by their outline
//! level or style and tables by their rows.
//!
//! Written here because the library at hand keeps neither code pages nor tables.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{
    Format, Note,
    manuscript::{Manuscript, Piece, piece},
    open_bytes::Reading,
    style::kind_of_style,
};
use crate::{BlockKind, Metadata, OpenError};

/// The deepest nesting of groups.
const DEEPEST: usize = 500;

/// Groups that hold no text of the document. A group that opens with `\*` is passed over too.
const SKIPPED: &[&str] = &[
    "fonttbl",
    "colortbl",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "ftnsep",
    "annotation",
    "atnid",
    "atnauthor",
    "listtable",
    "listoverridetable",
    "listtext",
    "pntext",
    "revtbl",
    "rsidtbl",
    "fldinst",
    "datafield",
    "xmlnstbl",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "generator",
    "filetbl",
    "nonshppict",
    "bkmkstart",
    "tc",
    "xe",
    "do",
];

/// Opens an RTF document.
///
/// # Errors
/// When it is nested too deep or holds no text.
pub(crate) fn open_rtf(bytes: &[u8]) -> Result<Reading, OpenError> {
    let format = Format::Rtf;
    let mut reader = Reader::default();
    let whole = reader.read(bytes)?;
    let mut notes = Vec::new();
    if !whole {
        notes.push(Note::Incomplete);
    }
    if reader.deleted {
        notes.push(Note::TrackedChanges);
    }
    if reader.hidden {
        notes.push(Note::HiddenTextLeftOut);
    }
    let mut manuscript = reader.manuscript;
    manuscript.metadata = reader.metadata;
    let count = reader.notes.len();
    for note in reader.notes {
        manuscript.push(BlockKind::ListItem, &note);
    }
    if count > 0 {
        notes.push(Note::NotesAtEnd { count });
    }
    Ok(Reading::new(manuscript.into_article(format)?, notes))
}

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Into {
    #[default]
    Body,
    Nothing,
    Note,
    Styles,
    Title,
    Author,
}

/// What holds within a group and ends with it.
#[derive(Clone, Debug, Default)]
struct Group {
    into: Into,
    bold: bool,
    hidden: bool,
    deleted: bool,
    /// Characters that stand for a Unicode one in older programs, and are passed over.
    fallback: usize,
}

#[derive(Default)]
struct Reader {
    manuscript: Manuscript,
    metadata: Metadata,
    group: Group,
    stack: Vec<Group>,
    charset: Option<&'static Encoding>,
    /// Bytes of the code page that are not decoded yet: some letters have two.
    pending: Vec<u8>,
    /// The first half of a character outside the first plane.
    half: Option<u16>,
    line: String,
    all_bold: bool,
    kind: Option<BlockKind>,
    in_table: bool,
    cells: Vec<Vec<Piece>>,
    cell: Vec<Piece>,
    /// Styles by number, and the name of the one that is being read.
    styles: Vec<(i32, BlockKind)>,
    style: (i32, String),
    aside: String,
    notes: Vec<String>,
    deleted: bool,
    hidden: bool,
    /// Fallback characters still to pass over.
    to_skip: usize,
}

impl Reader {
    /// Reads all; answers whether every group was closed.
    fn read(&mut self, bytes: &[u8]) -> Result<bool, OpenError> {
        self.group.fallback = 1;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' => {
                    self.settle();
                    if self.stack.len() >= DEEPEST {
                        let format = Format::Rtf;
                        return Err(OpenError::Unreasonable { format });
                    }
                    self.stack.push(self.group.clone());
                    self.to_skip = 0;
                }
                b'}' => {
                    self.settle();
                    self.close();
                    if self.stack.is_empty() {
                        break;
                    }
                }
                b'\\' => at = self.control(bytes, at),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.settle();
        self.end_paragraph();
        Ok(self.stack.is_empty())
    }

    /// Reads what stands behind a backslash at `at`; answers where it ends.
    fn control(&mut self, bytes: &[u8], at: usize) -> usize {
        let rest = &bytes[at..];
        match rest.first() {
            None => return at,
            Some(b'\'') => {
                let code = rest.get(1..3).and_then(|h| std::str::from_utf8(h).ok());
                if let Some(byte) = code.and_then(|h| u8::from_str_radix(h, 16).ok()) {
                    self.byte(byte);
                }
                return (at + 3).min(bytes.len());
            }
            Some(b'*') => {
                self.group.into = Into::Nothing;
                return at + 1;
            }
            Some(b'\r' | b'\n') => {
                self.settle();
                self.end_paragraph();
                return at + 1;
            }
            Some(&sign) if !sign.is_ascii_alphabetic() => {
                self.settle();
                self.text(match sign {
                    b'~' => " ",
                    b'_' => "\u{2011}",
                    b'{' => "{",
                    b'}' => "}",
                    b'\\' => "\\",
                    _ => "",
                });
                return at + 1;
            }
            Some(_) => {}
        }
        let letters = rest
            .iter()
            .take(32)
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        let word = std::str::from_utf8(&rest[..letters]).unwrap_or_default();
        let digits = rest[letters..]
            .iter()
            .take(11)
            .enumerate()
            .take_while(|(i, b)| b.is_ascii_digit() || (*i == 0 && **b == b'-'))
            .count();
        let end = letters + digits;
        let number = std::str::from_utf8(&rest[letters..end])
            .ok()
            .and_then(|n| n.parse().ok());
        let space = usize::from(rest.get(end) == Some(&b' '));
        let mut next = at + end + space;
        if word == "bin" {
            next += number
                .and_then(|n: i32| usize::try_from(n).ok())
                .unwrap_or(0);
        }
        self.word(word, number);
        next.min(bytes.len())
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word == "u" {
            return self.unicode(number.unwrap_or(0));
        }
        self.settle();
        let on = number != Some(0);
        match word {
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" | "tab" => self.text(" "),
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => {
                let cells = std::mem::take(&mut self.cells);
                self.manuscript.push_row(cells);
            }
            "intbl" => self.in_table = true,
            "pard" => {
                self.kind = None;
                self.in_table = false;
            }
            "plain" => (self.group.bold, self.group.hidden) = (false, false),
            "b" => self.group.bold = on,
            "v" => self.group.hidden = on,
            "deleted" => self.group.deleted = on,
            "ls" | "pnlvlblt" => self.kind = self.kind.or(Some(BlockKind::ListItem)),
            "outlinelevel" if number.is_some_and(|n| n < 9) => {
                self.kind = self.kind.or(Some(BlockKind::Subhead));
            }
            "s" if self.group.into == Into::Styles => {
                self.style = (number.unwrap_or(0), String::new())
            }
            "s" => {
                let styled = self.styles.iter().find(|(n, _)| Some(*n) == number);
                self.kind = styled.map(|(_, kind)| *kind);
            }
            "uc" => {
                self.group.fallback = number
                    .and_then(|n| usize::try_from(n).ok())
                    .unwrap_or(1)
                    .min(10)
            }
            "ansicpg" => self.charset = number.and_then(code_page),
            "stylesheet" => self.group.into = Into::Styles,
            "footnote" => {
                self.aside.clear();
                self.group.into = Into::Note;
            }
            "title" => self.aside_into(Into::Title),
            "author" => self.aside_into(Into::Author),
            "info" => self.group.into = Into::Nothing,
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "bullet" => self.text("•"),
            "emspace" | "enspace" | "qmspace" => self.text(" "),
            word if SKIPPED.contains(&word) => self.group.into = Into::Nothing,
            _ => {}
        }
    }

    fn aside_into(&mut self, into: Into) {
        self.aside.clear();
        self.group.into = into;
    }

    fn unicode(&mut self, number: i32) {
        self.decode_pending();
        self.to_skip = self.group.fallback;
        // Numbers are signed 16 bits; what is above them is written as two halves.
        let unit = (number & 0xffff) as u16;
        let read: String = match self.half.take() {
            Some(half) => char::decode_utf16([half, unit])
                .filter_map(Result::ok)
                .collect(),
            None if (0xd800..0xdc00).contains(&unit) => {
                self.half = Some(unit);
                return;
            }
            None => char::from_u32(u32::from(unit)).into_iter().collect(),
        };
        self.text(&read);
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    /// Ends a stretch of plain characters.
    fn settle(&mut self) {
        self.to_skip = 0;
        self.decode_pending();
    }

    fn decode_pending(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let (text, _) = self
            .charset
            .unwrap_or(WINDOWS_1252)
            .decode_without_bom_handling(&bytes);
        self.text(&text);
    }

    fn text(&mut self, text: &str) {
        let group = &self.group;
        if group.deleted || group.hidden {
            let seen = group.into == Into::Body && !text.trim().is_empty();
            self.deleted |= group.deleted && seen;
            self.hidden |= group.hidden && seen;
            return;
        }
        match group.into {
            Into::Nothing => {}
            Into::Styles => self.style.1.push_str(text),
            Into::Note | Into::Title | Into::Author => self.aside.push_str(text),
            Into::Body => {
                if !text.trim().is_empty() {
                    let first = self.line.trim().is_empty();
                    self.all_bold = group.bold && (first || self.all_bold);
                }
                self.line.push_str(text);
            }
        }
    }

    fn close(&mut self) {
        let Some(outer) = self.stack.pop() else {
            return;
        };
        let inner = std::mem::replace(&mut self.group, outer);
        if inner.into == self.group.into && inner.into != Into::Styles {
            return;
        }
        match inner.into {
            Into::Styles => {
                let (number, name) = std::mem::take(&mut self.style);
                let name = name.trim_end_matches(';').trim();
                self.styles
                    .extend(kind_of_style(name).map(|kind| (number, kind)));
            }
            Into::Note => self.notes.extend(line(&self.aside)),
            Into::Title => self.metadata.title = line(&self.aside),
            Into::Author => self.metadata.byline = line(&self.aside),
            Into::Nothing | Into::Body => {}
        }
    }

    fn end_paragraph(&mut self) {
        if self.group.into != Into::Body {
            self.aside.push(' ');
            return;
        }
        let text = std::mem::take(&mut self.line);
        let bold = std::mem::take(&mut self.all_bold);
        if self.in_table {
            let kind = self.kind.unwrap_or(BlockKind::Paragraph);
            self.cell.extend(piece(kind, &text));
        } else {
            match self.kind {
                None if bold => self.manuscript.push_bold(&text),
                kind => self
                    .manuscript
                    .push(kind.unwrap_or(BlockKind::Paragraph), &text),
            }
        }
    }

    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.line);
        self.all_bold = false;
        self.cell.extend(piece(BlockKind::Paragraph, &text));
        let cell = std::mem::take(&mut self.cell);
        self.cells.push(cell);
    }
}

fn line(text: &str) -> Option<String> {
    piece(BlockKind::Paragraph, text).map(|p| p.text)
}

/// The charset of a Windows code page.
fn code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gb18030".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65001 => "utf-8".to_owned(),
        866 => "ibm866".to_owned(),
        10000 => "macintosh".to_owned(),
        874 | 1250..=1258 => format!("windows-{number}"),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_code_pages_and_unicode_are_read() {
        let rtf = br"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Times;}}{\info{\title Storm}{\author Jane Doe}}
\pard Caf\u233?s \'ef\'f0\'e8\'e2\'e5\'f2 and \u-10179?\u-8704? {\v hidden }{\deleted gone }\ldblquote no\rdblquote .\par
\pard\b Bold head\b0\par\pard Next{\footnote A note.} paragraph here.\par
\trowd\pard\intbl Boats\cell 12\cell\row\pard End of it all.\par}";
        let reading = open_rtf(rtf).unwrap();
        let lines: Vec<&str> = reading.article.text.lines().collect();
        assert_eq!(
            lines,
            [
                "Cafés привет and 😀 “no”.",
                "Bold head",
                "Next paragraph here.",
                "Boats | 12",
                "End of it all.",
                "A note.",
            ]
        );
        assert_eq!(reading.article.metadata.byline.as_deref(), Some("Jane Doe"));
        assert!(reading.notes.contains(&Note::TrackedChanges));
        assert!(reading.notes.contains(&Note::HiddenTextLeftOut));
    }

    #[test]
    fn damage_is_told_and_depth_bounded() {
        let cut = open_rtf(br"{\rtf1 The harbour was closed").unwrap();
        assert_eq!(cut.notes, [Note::Incomplete]);
        assert!(open_rtf(&b"{\\rtf1 ".repeat(10_000)).is_err());
        assert!(open_rtf(b"{\\rtf1 \\'").is_err());
        assert!(open_rtf(b"{\\rtf1 \\bin2147483647 x}").is_err());
    }
}
