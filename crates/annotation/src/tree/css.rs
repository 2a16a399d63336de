//! The CSS selectors that annotators write: names, ids, classes, attributes, children by number,
//! one inside the other (` ` and `>`), and alternatives (`,`). Other selectors find nothing.

use super::{Tree, nodes};

/// The elements, in order of the page, that `selector` finds.
pub(super) fn find(tree: &dyn Tree, selector: &str) -> Vec<usize> {
    let alternatives: Option<Vec<Vec<Step>>> = selector.split(',').map(steps).collect();
    let Some(alternatives) = alternatives else {
        return Vec::new();
    };
    let found = |node: &usize| {
        tree.tag(*node).is_some() && alternatives.iter().any(|steps| matches(tree, *node, steps))
    };
    nodes(tree, 0).into_iter().filter(found).collect()
}

/// One compound, and whether the next one outwards must be the parent.
struct Step {
    tests: Vec<Test>,
    child: bool,
}

/// What one compound asks of an element.
enum Test {
    Tag(String),
    /// An attribute; its value, where one is asked for; whether that is one word of several.
    Attribute(String, Option<String>, bool),
    /// Which child of its parent it is, from 1; whether only those of its name count.
    Nth(usize, bool),
    Last,
}

/// The compounds of one selector, the innermost first.
fn steps(selector: &str) -> Option<Vec<Step>> {
    let spaced = outside_brackets(selector);
    let mut steps: Vec<Step> = Vec::new();
    let mut child = false;
    for word in spaced.split_whitespace() {
        if word == ">" {
            child = true;
            continue;
        }
        steps.push(Step {
            tests: tests(word)?,
            child,
        });
        child = false;
    }
    steps.reverse();
    (!steps.is_empty() && !child).then_some(steps)
}

/// `selector` with spaces around each `>` that is no part of an attribute.
fn outside_brackets(selector: &str) -> String {
    let mut depth = 0;
    let mut spaced = String::new();
    for c in selector.chars() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            _ => {}
        }
        match c {
            '>' if depth == 0 => spaced.push_str(" > "),
            // White space inside of brackets says nothing.
            c if c.is_whitespace() && depth > 0 => {}
            c => spaced.push(c),
        }
    }
    spaced
}

fn tests(word: &str) -> Option<Vec<Test>> {
    let mut tests = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        match first {
            '*' => rest = &rest[1..],
            '#' | '.' => {
                let (name, behind) = name(&rest[1..])?;
                let attribute = if first == '#' { "id" } else { "class" };
                tests.push(Test::Attribute(
                    attribute.to_owned(),
                    Some(name),
                    first == '.',
                ));
                rest = behind;
            }
            '[' => {
                let (inside, behind) = rest[1..].split_once(']')?;
                tests.push(match inside.split_once('=') {
                    Some((name, value)) => {
                        let one_word = name.ends_with('~');
                        let name = name.trim_end_matches('~');
                        let plain = name
                            .chars()
                            .all(|c| c.is_alphanumeric() || c == '-' || c == '_');
                        let value = value.trim_matches(['"', '\'']);
                        plain.then(|| {
                            Test::Attribute(name.to_owned(), Some(value.to_owned()), one_word)
                        })?
                    }
                    None => Test::Attribute(inside.to_owned(), None, false),
                });
                rest = behind;
            }
            ':' => {
                let (test, behind) = pseudo(rest.trim_start_matches(':'))?;
                tests.push(test);
                rest = behind;
            }
            _ => {
                let (name, behind) = name(rest)?;
                tests.push(Test::Tag(name.to_ascii_lowercase()));
                rest = behind;
            }
        }
    }
    Some(tests)
}

fn name(text: &str) -> Option<(String, &str)> {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
        .unwrap_or(text.len());
    (end > 0).then(|| (text[..end].to_owned(), &text[end..]))
}

fn pseudo(text: &str) -> Option<(Test, &str)> {
    let (name, behind) = name(text)?;
    let number = || {
        let (number, behind) = behind.strip_prefix('(')?.split_once(')')?;
        Some((number.parse::<usize>().ok()?, behind))
    };
    match name.as_str() {
        "first-child" => Some((Test::Nth(1, false), behind)),
        "first-of-type" => Some((Test::Nth(1, true), behind)),
        "last-child" => Some((Test::Last, behind)),
        "nth-child" => number().map(|(n, behind)| (Test::Nth(n, false), behind)),
        "nth-of-type" => number().map(|(n, behind)| (Test::Nth(n, true), behind)),
        _ => None,
    }
}

fn matches(tree: &dyn Tree, node: usize, steps: &[Step]) -> bool {
    let Some((step, outer)) = steps.split_first() else {
        return true;
    };
    if !step.tests.iter().all(|test| passes(tree, node, test)) {
        return false;
    }
    if outer.is_empty() {
        return true;
    }
    let mut above = tree.parent(node);
    while let Some(node) = above {
        if matches(tree, node, outer) {
            return true;
        }
        if step.child {
            return false;
        }
        above = tree.parent(node);
    }
    false
}

fn passes(tree: &dyn Tree, node: usize, test: &Test) -> bool {
    match test {
        Test::Tag(name) => tree.tag(node) == Some(name),
        Test::Attribute(name, None, _) => tree.attribute(node, name).is_some(),
        Test::Attribute(name, Some(value), false) => tree.attribute(node, name) == Some(value),
        Test::Attribute(name, Some(value), true) => tree
            .attribute(node, name)
            .is_some_and(|words| words.split_whitespace().any(|word| word == value)),
        Test::Nth(number, same_name) => {
            let tag = tree.tag(node).filter(|_| *same_name);
            let siblings = elements(tree, node, tag);
            number.checked_sub(1).and_then(|n| siblings.get(n)) == Some(&node)
        }
        Test::Last => elements(tree, node, None).last() == Some(&node),
    }
}

/// The elements that stand beside `node`, itself included, of one name where it is given.
fn elements(tree: &dyn Tree, node: usize, tag: Option<&str>) -> Vec<usize> {
    let mut siblings = tree
        .parent(node)
        .map(|p| tree.children(p))
        .unwrap_or_default();
    siblings.retain(|s| tree.tag(*s).is_some() && (tag.is_none() || tree.tag(*s) == tag));
    siblings
}
