//! Annotated stories and examples, as the model sees them, with what each sentence should get.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use sourcelight_analysis::Topic;
use sourcelight_analysis::training::{Label, TopicRow, marked, topic_rows};
use sourcelight_article::{Article, Block, BlockKind, open_plain_text};
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

/// The topics, in the order of their places.
pub(crate) fn topics() -> impl Iterator<Item = Topic> {
    Topic::ALL.iter().copied().filter(|t| *t != Topic::Custom)
}

/// How many topics there are.
pub(crate) const TOPICS: usize = 13;

/// One story or example.
pub(crate) struct Story {
    /// Its name.
    pub(crate) id: String,
    /// What the product reads.
    pub(crate) article: Article,
    /// What a reader marked.
    pub(crate) marks: Vec<Marked>,
    /// The treaties that a reader marked; their topics mean nothing.
    pub(crate) treaties: Vec<Marked>,
    /// Its sentences.
    pub(crate) rows: Vec<Row>,
}

/// A contested point that a reader marked.
#[derive(Clone, Debug)]
pub(crate) struct Marked {
    pub(crate) topic: Topic,
    pub(crate) span: Span,
    pub(crate) optional: bool,
}

impl Story {
    /// Whether nothing in it is contested.
    pub(crate) fn is_calm(&self) -> bool {
        self.marks.iter().all(|m| m.optional)
    }
}

/// One sentence.
pub(crate) struct Row {
    /// UTF-8 bytes of the article's text.
    pub(crate) span: Span,
    /// What it shows.
    pub(crate) features: BTreeSet<String>,
    /// Whether it has each topic; nothing where that is not known.
    pub(crate) labels: [Option<bool>; TOPICS],
}

/// The stories of a folder: texts with marks, or annotated articles (JSON).
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn stories(folder: &Path) -> Result<Vec<Story>> {
    let mut found = Vec::new();
    for file in files(folder)? {
        let content = read(&file)?;
        let id = name(&file);
        let (text, marks, treaties) = match file.extension().and_then(|e| e.to_str()) {
            Some("txt") => of_marks(&content).with_context(|| file.display().to_string())?,
            Some("json") => of_json(&content).with_context(|| file.display().to_string())?,
            _ => continue,
        };
        let mut story = story(id, open_plain_text(&text), marks);
        story.treaties = treaties;
        found.push(story);
    }
    Ok(found)
}

/// The examples of a folder: one file a topic, a line `yes: text with [the span]` or `no: text` each.
///
/// # Errors
/// When a file cannot be read or is not of a topic.
pub(crate) fn examples(folder: &Path) -> Result<Vec<Story>> {
    let mut found = Vec::new();
    for file in files(folder)? {
        let of = name(&file);
        let Some(place) = topics().position(|t| t.word() == of) else {
            bail!("{} is not named after a topic", file.display());
        };
        for (number, line) in read(&file)?.lines().enumerate() {
            let Some((kind, example)) = line.split_once(": ") else {
                continue;
            };
            found.push(example_story(
                &format!("{of} {}", number + 1),
                kind == "yes",
                example,
                place,
            ));
        }
    }
    Ok(found)
}

fn example_story(id: &str, yes: bool, example: &str, place: usize) -> Story {
    let (text, spans) = brackets(example);
    let mut article = Article {
        text,
        ..Article::default()
    };
    article.blocks = vec![Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, article.text.len()),
    }];
    let rows = rows(&article).into_iter().map(|row| {
        let mut labels = [None; TOPICS];
        labels[place] = match yes {
            false => Some(false),
            true => spans.iter().any(|s| same(*s, row.span)).then_some(true),
        };
        Row {
            span: row.span,
            // An example has no story around it: what it shows of one means nothing.
            features: row
                .features
                .into_iter()
                .filter(|f| !f.starts_with("c ") && !f.starts_with("at "))
                .collect(),
            labels,
        }
    });
    Story {
        id: id.to_owned(),
        rows: rows.collect(),
        article,
        marks: Vec::new(),
        treaties: Vec::new(),
    }
}

/// `example` without its brackets, and what stands in them.
fn brackets(example: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), None);
    for c in example.chars() {
        match c {
            '[' => open = Some(text.len()),
            ']' => spans.extend(open.take().map(|start| Span::new(start, text.len()))),
            _ => text.push(c),
        }
    }
    (text, spans)
}

fn story(id: String, article: Article, marks: Vec<Marked>) -> Story {
    let rows = rows(&article).into_iter().map(|row| {
        let mut labels = [Some(false); TOPICS];
        for mark in marks.iter().filter(|m| same(m.span, row.span)) {
            let Some(place) = topics().position(|t| t == mark.topic) else {
                continue;
            };
            labels[place] = match (mark.optional, labels[place]) {
                (false, _) => Some(true),
                (true, Some(false)) => None,
                (true, label) => label,
            };
        }
        Row {
            span: row.span,
            features: row.features,
            labels,
        }
    });
    Story {
        rows: rows.collect(),
        id,
        article,
        marks,
        treaties: Vec::new(),
    }
}

fn rows(article: &Article) -> Vec<TopicRow> {
    topic_rows(article)
}

/// Whether two spans share half of the shorter one.
pub(crate) fn same(a: Span, b: Span) -> bool {
    let shorter = a.len().min(b.len());
    shorter > 0 && 2 * a.intersection(b).map_or(0, Span::len) >= shorter
}

/// A story's text, its contested points and its treaties.
type Annotated = (String, Vec<Marked>, Vec<Marked>);

fn of_marks(content: &str) -> Result<Annotated> {
    let read = marked(content)?;
    let (mut marks, mut treaties) = (Vec::new(), Vec::new());
    for mark in &read.marks {
        let (list, topic) = match mark.label {
            Label::Topic(topic) => (&mut marks, topic),
            Label::Treaty(_) => (&mut treaties, Topic::TreatyStatus),
        };
        list.push(Marked {
            topic,
            span: mark.span,
            optional: mark.optional,
        });
    }
    Ok((read.text, marks, treaties))
}

#[derive(Deserialize)]
struct File {
    text: String,
    #[serde(default)]
    controversies: Vec<Place>,
    #[serde(default)]
    treaties: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    start: usize,
    end: usize,
    topic: Option<Topic>,
    #[serde(default)]
    optional: bool,
}

fn of_json(content: &str) -> Result<Annotated> {
    let file: File = serde_json::from_str(content)?;
    let map = OffsetMap::new(&file.text);
    let marked = |place: &Place| Marked {
        topic: place.topic.unwrap_or(Topic::TreatyStatus),
        span: map.from_code_points(CodePointSpan {
            start: place.start,
            end: place.end,
        }),
        optional: place.optional,
    };
    let marks = file.controversies.iter().map(marked).collect();
    let treaties = file.treaties.iter().map(marked).collect();
    Ok((file.text.clone(), marks, treaties))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed =
        std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in listed {
        files.push(entry?.path());
    }
    files.retain(|f| f.extension().is_some_and(|e| e == "txt" || e == "json"));
    files.sort();
    Ok(files)
}

fn name(file: &Path) -> String {
    file.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
