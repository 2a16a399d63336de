//! The XPaths that annotators write: steps by name, `*`, `text()` or `node()`, each with a number or an
//! attribute, from the root or anywhere (`//`). Other XPaths find nothing.

use super::{Tree, nodes};

/// The first node that `path` finds. A path that starts with `/html/body` starts at the root, and so
/// does one without either, as Hypothesis writes it; the empty path is the root.
pub(super) fn find(tree: &dyn Tree, path: &str) -> Option<usize> {
    let path = path.trim();
    let path = path.strip_prefix('.').unwrap_or(path);
    let mut rest = path;
    let mut found = vec![0];
    let mut first = true;
    while !rest.is_empty() {
        let anywhere = rest.starts_with("//");
        rest = rest.trim_start_matches('/');
        if rest.is_empty() {
            break;
        }
        let (step, behind) = rest.split_at(end_of_step(rest));
        rest = behind;
        let step = Step::read(step)?;
        // The root is the body, and what stands above it is not in the tree.
        if first && !anywhere && matches!(step.name, "html" | "body") {
            continue;
        }
        first = step.name == "html";
        found = step.take(tree, &found, anywhere);
        if found.is_empty() {
            return None;
        }
    }
    found.first().copied()
}

/// Where the step ends: at a slash outside of brackets.
fn end_of_step(path: &str) -> usize {
    let mut depth = 0;
    for (at, c) in path.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            '/' if depth <= 0 => return at,
            _ => {}
        }
    }
    path.len()
}

/// One step: what it takes, which of them, and by what attribute.
struct Step<'p> {
    name: &'p str,
    number: Option<usize>,
    attribute: Option<(&'p str, &'p str)>,
}

impl<'p> Step<'p> {
    fn read(step: &'p str) -> Option<Self> {
        let (name, mut tests) = step.split_at(step.find('[').unwrap_or(step.len()));
        let name = name.trim().strip_prefix("child::").unwrap_or(name.trim());
        let mut read = Self {
            name,
            number: None,
            attribute: None,
        };
        while let Some(open) = tests.strip_prefix('[') {
            let (test, behind) = open.split_once(']')?;
            tests = behind;
            let test = test.trim();
            if let Some(equation) = test.strip_prefix('@') {
                let (name, value) = equation.split_once('=')?;
                let value = value.trim().trim_matches(['"', '\'']);
                read.attribute = Some((name.trim(), value));
            } else {
                let number = test.strip_prefix("position()=").unwrap_or(test);
                read.number = Some(number.parse().ok()?);
            }
        }
        (tests.is_empty() && !name.is_empty()).then_some(read)
    }

    fn fits(&self, tree: &dyn Tree, node: usize) -> bool {
        let tag = tree.tag(node);
        let named = match self.name {
            "text()" => tag.is_none(),
            "node()" => true,
            "*" => tag.is_some(),
            name => tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name)),
        };
        named
            && self
                .attribute
                .is_none_or(|(name, value)| tree.attribute(node, name) == Some(value))
    }

    fn take(&self, tree: &dyn Tree, from: &[usize], anywhere: bool) -> Vec<usize> {
        let mut taken = Vec::new();
        for node in from {
            let parents = if anywhere {
                nodes(tree, *node)
            } else {
                vec![*node]
            };
            for parent in parents {
                let mut children = tree.children(parent);
                children.retain(|child| self.fits(tree, *child));
                match self.number {
                    Some(number) => {
                        taken.extend(number.checked_sub(1).and_then(|n| children.get(n)))
                    }
                    None => taken.extend(children),
                }
            }
        }
        // Nested finds of `//` overlap.
        taken.sort_unstable();
        taken.dedup();
        taken
    }
}
