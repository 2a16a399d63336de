//! A parsed page as a flat list in document order, which is quick to look around in.

use std::cell::OnceCell;

use dom_query::{Document, NodeId, NodeRef};

use super::roles::Roles;

/// Elements whose text no reader sees as text of the page.
const UNREAD: &[&str] = &[
    "script", "style", "noscript", "iframe", "svg", "template", "select", "textarea", "object",
    "audio", "video", "canvas", "math", "head", "title",
];

/// Elements that stand in a line of text.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
    "img",
    "picture",
    "source",
    "nobr",
    "ruby",
    "rb",
    "rt",
    "rp",
    "tspan",
    "math",
    "semantics",
    "mrow",
    "mi",
    "mn",
    "mo",
    "msup",
    "msub",
    "msubsup",
    "mfrac",
    "msqrt",
    "mroot",
    "mtext",
    "mover",
    "munder",
    "mstyle",
];

fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag)
}

/// An element, or a piece of text.
#[derive(Debug)]
pub(super) struct Node {
    /// What the parser calls it.
    pub(super) id: NodeId,
    /// Its parent's place in the list; the body is its own.
    pub(super) parent: usize,
    /// One past the last node below it.
    pub(super) end: usize,
    /// The element's name in lower case; empty for text.
    pub(super) tag: String,
    /// The raw text; empty for elements.
    pub(super) text: String,
    /// The attribute `class`.
    pub(super) class: String,
    /// The attribute `id`.
    pub(super) name: String,
    /// Other attributes that say what an element is for: `itemprop`, `role`, `data-component` and such.
    pub(super) role: String,
    /// What these names say it is for, once somebody has asked.
    pub(super) roles: OnceCell<Roles>,
    /// Whether it stands in a line of text: by its name or, where it is the site's own, because nothing in
    /// it breaks a line.
    pub(super) inline: bool,
    /// The attribute `href` of a link.
    pub(super) href: Option<String>,
    /// The attribute `content` or `datetime`: a value as machines read it.
    pub(super) value: Option<String>,
    /// Bytes of text below it that readers see, white space aside.
    pub(super) letters: usize,
    /// The part of `letters` that stands in links.
    pub(super) linked: usize,
    /// Whether it or an element around it is not shown.
    pub(super) hidden: bool,
}

impl Node {
    pub(super) fn is_text(&self) -> bool {
        self.tag.is_empty()
    }

    /// How much of its text stands in links, from 0 to 1.
    pub(super) fn link_density(&self) -> f64 {
        if self.letters == 0 {
            return 0.0;
        }
        self.linked as f64 / self.letters as f64
    }
}

/// The body of a page. Node 0 is the body itself; a node's descendants follow it up to its `end`.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) nodes: Vec<Node>,
}

impl Page {
    /// Reads the body of `document`. Linear.
    pub(super) fn new(document: &Document) -> Self {
        let mut nodes: Vec<Node> = Vec::new();
        let mut stack = match document.body() {
            Some(body) => vec![Step::Enter(body, 0, false)],
            None => vec![Step::Enter(document.root(), 0, false)],
        };
        while let Some(step) = stack.pop() {
            match step {
                Step::Enter(node, parent, hidden) => {
                    let Some(mut read) = read(&node, parent) else {
                        continue;
                    };
                    let at = nodes.len();
                    read.hidden |= hidden;
                    read.end = at + 1;
                    if read.is_text() {
                        nodes.push(read);
                        continue;
                    }
                    let hidden = read.hidden;
                    nodes.push(read);
                    stack.push(Step::Leave(at));
                    let children = node.children_it(true);
                    stack.extend(children.map(|child| Step::Enter(child, at, hidden)));
                }
                Step::Leave(at) => nodes[at].end = nodes.len(),
            }
        }
        let mut page = Self { nodes };
        page.count();
        page
    }

    /// Counts letters upwards, for every node at once.
    fn count(&mut self) {
        for at in (0..self.nodes.len()).rev() {
            let node = &mut self.nodes[at];
            if node.is_text() && !node.hidden {
                node.letters = node.text.split_whitespace().map(str::len).sum();
            }
            if node.tag == "a" {
                node.linked = node.letters;
            }
            let (parent, letters, linked) = (node.parent, node.letters, node.linked);
            let breaks = !node.inline && !node.is_text();
            if at > 0 {
                let around = &mut self.nodes[parent];
                around.inline &= !(breaks && around.tag.contains('-'));
                self.nodes[parent].letters += letters;
                self.nodes[parent].linked += linked;
            }
        }
    }

    /// The elements around node `at`, innermost first, the body last.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let parent = |at: usize| (at > 0).then(|| self.nodes[at].parent);
        std::iter::successors(parent(at), move |&at| parent(at))
    }

    /// The text below node `at` that readers see, on one line.
    pub(super) fn text_of(&self, at: usize) -> String {
        let mut line = String::new();
        let mut space = false;
        for node in &self.nodes[at..self.nodes[at].end] {
            if !node.is_text() {
                space |= !node.inline;
                continue;
            }
            if node.hidden {
                continue;
            }
            space |= node.text.starts_with(char::is_whitespace);
            for (nth, word) in node.text.split_whitespace().enumerate() {
                if (space || nth > 0) && !line.is_empty() {
                    line.push(' ');
                }
                space = false;
                line.push_str(word);
            }
            space |= node.text.ends_with(char::is_whitespace);
        }
        line
    }
}

enum Step<'a> {
    Enter(NodeRef<'a>, usize, bool),
    Leave(usize),
}

/// The node by itself; none for comments and what else is no part of the page.
fn read(node: &NodeRef, parent: usize) -> Option<Node> {
    let mut read = Node {
        id: node.id,
        parent,
        end: 0,
        tag: String::new(),
        text: String::new(),
        class: String::new(),
        name: String::new(),
        role: String::new(),
        roles: OnceCell::new(),
        inline: false,
        href: None,
        value: None,
        letters: 0,
        linked: 0,
        hidden: false,
    };
    if node.is_text() {
        read.text = node.text().to_string();
        return Some(read);
    }
    if node.is_document() || node.is_fragment() {
        read.tag = "body".to_owned();
        return Some(read);
    }
    let element = node.element_ref()?;
    let name: &str = element.name.local.as_ref();
    read.tag = name.to_ascii_lowercase();
    read.inline = is_inline(&read.tag) || read.tag.contains('-');
    read.hidden = UNREAD.contains(&read.tag.as_str());
    for attr in &element.attrs {
        let value: &str = attr.value.as_ref();
        let name: &str = attr.name.local.as_ref();
        match name {
            "class" => {
                read.class = value.to_owned();
                read.hidden |= is_for_listeners(&read.tag, value);
            }
            "id" => read.name = value.to_owned(),
            "href" if read.tag == "a" => read.href = Some(value.trim().to_owned()),
            "itemprop" | "role" | "rel" | "data-component" | "data-testid" | "data-test"
            | "data-qa" | "data-block" | "property" => {
                read.role.push(' ');
                read.role.push_str(value);
            }
            "content" | "datetime" => read.value = Some(value.to_owned()),
            "hidden" => read.hidden |= !value.eq_ignore_ascii_case("until-found"),
            "style" => read.hidden |= hides(value),
            _ => {}
        }
    }
    Some(read)
}

/// Whether an element's class takes it out of sight, for those who listen to the page. A heading stays,
/// for some pages show their headline in a picture.
fn is_for_listeners(tag: &str, class: &str) -> bool {
    const UNSEEN: &[&str] = &[
        "visually-hidden",
        "visuallyhidden",
        "u-visually-hidden",
        "sr-only",
        "screen-reader-text",
        "screenreader-only",
        "element-invisible",
    ];
    let heading = matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
    !heading && class.split_whitespace().any(|c| UNSEEN.contains(&c))
}

/// Whether a `style` takes its element out of sight.
fn hides(style: &str) -> bool {
    let style: String = style
        .chars()
        .take(400)
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}
