//! Markdown (CommonMark with tables, footnotes and front matter).

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::{
    Format,
    manuscript::{Manuscript, Piece, piece},
};
use crate::{Article, BlockKind, Metadata, OpenError};

/// Lines that are looked at to tell Markdown from plain text.
const LOOKED_AT: usize = 200;
/// Deeper quotations and lists are read as if they were at this depth: a parser's time grows with them.
const DEEPEST: usize = 100;
/// The largest text that is read as Markdown, in bytes.
const LARGEST: usize = 5_000_000;

/// Opens Markdown. HTML in it is dropped, its text stays; links are their text, pictures nothing.
///
/// # Errors
/// When no text is in it, or far more than in any article.
pub(crate) fn open_markdown(text: &str) -> Result<Article, OpenError> {
    let format = Format::Markdown;
    if text.len() > LARGEST || deepest(text) > DEEPEST {
        return Err(OpenError::Unreasonable { format });
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut builder = Builder::default();
    for event in Parser::new_ext(text, options) {
        builder.read(event);
    }
    builder.flush();
    let mut manuscript = builder.manuscript;
    manuscript.metadata = builder.front;
    if let Some(title) = manuscript.metadata.title.clone() {
        // A headline in the front matter need not be repeated in the text.
        let repeated = manuscript.heading() == Some(title.as_str());
        if !repeated {
            manuscript
                .pieces
                .splice(0..0, piece(BlockKind::Headline, &title));
        }
    }
    for note in builder.notes {
        manuscript.push(BlockKind::ListItem, &note);
    }
    manuscript.into_article(format)
}

/// Whether `text` is Markdown though nothing says so: front matter, or a first line that is a heading
/// and a second mark of Markdown below.
pub(crate) fn looks_like_markdown(text: &str) -> bool {
    let mut lines = text
        .lines()
        .filter(|l| !l.trim().is_empty())
        .take(LOOKED_AT);
    let Some(first) = lines.next() else {
        return false;
    };
    let heading = |l: &str| {
        let marks = l.bytes().take_while(|&b| b == b'#').count();
        (1..=6).contains(&marks) && l[marks..].starts_with(' ')
    };
    if first.trim_end() == "---" {
        let mut front = lines.by_ref().take_while(|l| l.trim_end() != "---");
        return front.any(|l| l.starts_with("title:"));
    }
    let mark = |l: &str| {
        heading(l) || l.contains("](") || l.starts_with("> ") || l.matches("**").count() > 1
    };
    heading(first) && lines.any(mark)
}

/// The deepest nesting of quotations and lists, by the marks that open a line.
fn deepest(text: &str) -> usize {
    let marks = |line: &str| {
        let mark = |b: &&u8| matches!(b, b'>' | b'-' | b'*' | b'+' | b'[' | b'!');
        line.bytes()
            .take(4_000)
            .collect::<Vec<u8>>()
            .iter()
            .filter(mark)
            .count()
    };
    let opening = |line: &&str| line.trim_start().starts_with(['>', '-', '*', '+']);
    let cut = |line: &str| {
        let end = line.find(|c: char| !(c.is_whitespace() || ">-*+".contains(c)));
        line[..end.unwrap_or(line.len())].to_owned()
    };
    let rule = |line: &str| {
        // A line of nothing but one mark is a rule.
        let trimmed = line.trim();
        let first = trimmed.chars().next();
        !trimmed.contains('>') && trimmed.chars().all(|c| Some(c) == first || c == ' ')
    };
    let lines = text.lines().filter(opening).filter(|l| !rule(l));
    lines.map(|l| marks(&cut(l))).max().unwrap_or(0)
}

#[derive(Default)]
struct Builder {
    manuscript: Manuscript,
    front: Metadata,
    line: String,
    /// The kinds of the elements around, innermost last.
    kinds: Vec<BlockKind>,
    /// Whether all of the paragraph so far is bold, and how deep in bold the reading is.
    all_bold: bool,
    bold: usize,
    /// Depth in what is not text: pictures, front matter, blocks of HTML.
    hidden: usize,
    in_front: bool,
    row: Vec<Vec<Piece>>,
    /// Footnotes, and whether one is being read.
    notes: Vec<String>,
    in_note: bool,
}

impl Builder {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front => self.front = front_matter(&text),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.line.push(' '),
            Event::InlineHtml(tag) if is_break(&tag) => self.line.push(' '),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if !text.trim().is_empty() {
            let first = self.line.trim().is_empty();
            self.all_bold = self.bold > 0 && (first || self.all_bold);
        }
        self.line.push_str(text);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } | Tag::HtmlBlock => self.hidden += 1,
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) => {
                self.in_front = true;
            }
            Tag::Strong => self.bold += 1,
            Tag::Heading { .. } => self.open(BlockKind::Subhead),
            Tag::BlockQuote(_) => self.open(BlockKind::Quote),
            Tag::Item => self.open(BlockKind::ListItem),
            Tag::TableHead | Tag::TableRow => self.row.clear(),
            Tag::Paragraph | Tag::CodeBlock(_) => self.flush(),
            Tag::FootnoteDefinition(_) => {
                self.flush();
                self.in_note = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::HtmlBlock => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_front = false,
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.flush();
                self.kinds.pop();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                self.row
                    .push(piece(BlockKind::Table, &cell).into_iter().collect());
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                self.manuscript.push_row(row);
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => self.flush(),
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.in_note = false;
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.flush();
        self.kinds.push(kind);
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let bold = std::mem::take(&mut self.all_bold);
        if self.in_note {
            self.notes.extend((!line.trim().is_empty()).then_some(line));
            return;
        }
        match self.kinds.last() {
            None if bold => self.manuscript.push_bold(&line),
            kind => {
                let kind = kind.copied().unwrap_or(BlockKind::Paragraph);
                self.manuscript.push(kind, &line);
            }
        }
    }
}

fn is_break(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    tag.starts_with("<br")
}

/// The fields that a site's generator reads from the top of a page, in YAML or TOML: one a line.
fn front_matter(text: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut key = String::new();
    let mut authors: Vec<String> = Vec::new();
    for line in text.lines() {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if matches!(key.as_str(), "author" | "authors") {
                authors.extend(scalar(item));
            }
            continue;
        }
        let Some((name, value)) = line.split_once([':', '=']) else {
            continue;
        };
        if !name.starts_with(char::is_whitespace) {
            key = name.trim().to_ascii_lowercase();
        }
        let value = value.trim();
        let list = value.trim_start_matches('[').trim_end_matches(']');
        match key.as_str() {
            "title" | "headline" => metadata.title = metadata.title.or_else(|| scalar(value)),
            "author" | "authors" | "byline" => authors.extend(list.split(',').filter_map(scalar)),
            "date" | "published" | "publishdate" => {
                metadata.published = scalar(value).and_then(date)
            }
            "lastmod" | "updated" | "modified" => metadata.modified = scalar(value).and_then(date),
            "lang" | "language" => metadata.language = scalar(value),
            "outlet" | "publisher" | "site" | "source" => metadata.outlet = scalar(value),
            "canonical" | "canonical_url" | "url" => {
                metadata.url = scalar(value).filter(|u| u.starts_with("http"));
            }
            _ => {}
        }
    }
    metadata.byline = (!authors.is_empty()).then(|| authors.join(", "));
    metadata
}

fn scalar(value: &str) -> Option<String> {
    let value = value.trim().trim_matches(['"', '\'']).trim();
    let value = value.strip_prefix("name:").map_or(value, str::trim);
    (!value.is_empty()).then(|| value.chars().filter(|c| !c.is_control()).collect())
}

fn date(text: String) -> Option<String> {
    super::iso_date(&text)
}
