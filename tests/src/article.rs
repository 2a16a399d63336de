//! The lit article: its marks, its words, and selecting them.

use anyhow::{Context, Result, ensure};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use crate::page::Page;

/// A marked segment of the article, with its attributes as SCREEN.md names them.
#[derive(Clone, Debug)]
pub struct Mark {
    /// `data-mark`, split.
    pub kinds: Vec<String>,
    /// `data-ids`, split.
    pub ids: Vec<String>,
    /// `data-origin`.
    pub origin: String,
    /// `data-status`.
    pub status: String,
    /// `data-topic`; empty where there is none.
    pub topic: String,
    /// The text it covers.
    pub text: String,
}

impl Mark {
    /// Whether it is of this kind.
    pub fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|own| own == kind)
    }
}

impl Page {
    /// Every marked segment, in the order of the text.
    ///
    /// # Errors
    /// When there is not one article in one main.
    pub async fn marks(&self) -> Result<Vec<Mark>> {
        let script = "
            if (document.querySelectorAll('main').length !== 1) throw new Error('not one <main>');
            if (document.querySelectorAll('main article').length !== 1) throw new Error('not one <article>');
            return Array.from(document.querySelectorAll('main article [data-mark]'), (mark) => ({
                kinds: mark.dataset.mark, ids: mark.dataset.ids, origin: mark.dataset.origin,
                status: mark.dataset.status, topic: mark.dataset.topic, text: mark.textContent }))";
        let marks = self.script(script, Value::Null).await?;
        let marks = marks.as_array().context("the marks are no list")?;
        Ok(marks.iter().map(mark).collect())
    }

    /// The marked segments that belong to one finding.
    ///
    /// # Errors
    /// As [`Page::marks`].
    pub async fn marks_of(&self, id: &str) -> Result<Vec<Mark>> {
        let mut marks = self.marks().await?;
        marks.retain(|mark| mark.ids.iter().any(|own| own == id));
        Ok(marks)
    }

    /// Selects `words` in the article with the mouse, as a reader does.
    ///
    /// # Errors
    /// When the article does not have them, or something else was selected.
    pub async fn select_words(&self, words: &str) -> Result<()> {
        let ends = self.script(FIND_WORDS, json!(words)).await?;
        let end = |name: &str| {
            ends[name]
                .as_f64()
                .with_context(|| format!("the article has no “{words}”"))
        };
        let (x, y, to_x, to_y) = (end("x")?, end("y")?, end("toX")?, end("toY")?);
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo {
                duration: None,
                x,
                y,
            })
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::MoveTo {
                duration: None,
                x: (x + to_x) / 2.0,
                y: to_y,
            })
            .then(PointerAction::MoveTo {
                duration: None,
                x: to_x,
                y: to_y,
            })
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        self.client()
            .perform_actions(mouse)
            .await
            .context("dragging over the words")?;
        let selected = self
            .script("return getSelection().toString().trim()", Value::Null)
            .await?;
        ensure!(
            selected == words,
            "selected {selected} instead of “{words}”"
        );
        Ok(())
    }
}

/// Where in the window the words begin and end, scrolled into view.
const FIND_WORDS: &str = "
    const words = arguments[0];
    const walker = document.createTreeWalker(document.querySelector('main article'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = '';
    while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: text.length });
        text += walker.currentNode.data;
    }
    const start = text.indexOf(words);
    if (start < 0) return {};
    const at = (offset, last) => {
        const holds = ({ node, start }) => last
            ? start < offset && offset <= start + node.length
            : start <= offset && offset < start + node.length;
        const found = nodes.find(holds);
        return [found.node, offset - found.start];
    };
    const range = document.createRange();
    range.setStart(...at(start, false));
    range.setEnd(...at(start + words.length, true));
    range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const rects = Array.from(range.getClientRects()).filter((rect) => rect.width > 0);
    const first = rects[0];
    const last = rects[rects.length - 1];
    return { x: first.left + 0.5, y: (first.top + first.bottom) / 2,
             toX: last.right - 0.1, toY: (last.top + last.bottom) / 2 };";

fn mark(value: &Value) -> Mark {
    let text = |name: &str| value[name].as_str().unwrap_or("").to_owned();
    let words = |name: &str| text(name).split_whitespace().map(str::to_owned).collect();
    Mark {
        kinds: words("kinds"),
        ids: words("ids"),
        origin: text("origin"),
        status: text("status"),
        topic: text("topic"),
        text: text("text"),
    }
}
