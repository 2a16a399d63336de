//! What the names of an element's classes say it is for, by the words in `data/classes.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::page::Node;

const WORDS: &str = include_str!("../../data/classes.txt");

/// What an element is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The text under a picture, or its credit.
    Caption,
    /// What stands on a page beside its story.
    Furniture,
    /// The summary under the headline.
    Standfirst,
    /// Who wrote it, and when.
    Byline,
    /// The text of the article.
    Body,
}

static ROLES: LazyLock<BTreeMap<&'static str, Role>> = LazyLock::new(|| {
    let lines = WORDS.lines().filter(|l| !l.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(role, words)| {
            let role = match role {
                "caption" => Role::Caption,
                "furniture" => Role::Furniture,
                "standfirst" => Role::Standfirst,
                "byline" => Role::Byline,
                "body" => Role::Body,
                _ => return None,
            };
            Some((words, role))
        })
        .collect()
});

/// How much of an element's names is read, in bytes; more are no names.
const LONGEST: usize = 2_000;

/// The roles of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u8);

impl Roles {
    /// Whether `role` is one of them.
    pub(super) fn contains(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }
}

impl Role {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The roles that the element's names give it; looked up once.
pub(super) fn roles(node: &Node) -> Roles {
    *node.roles.get_or_init(|| read(node))
}

/// Whether an element is a post of a network as the networks write them for other pages.
pub(super) fn is_post(node: &Node) -> bool {
    const POSTS: &[&str] = &[
        "twitter-tweet",
        "twitter-video",
        "instagram-media",
        "tiktok-embed",
        "bluesky-embed",
        "mastodon-embed",
        "text-post-media",
    ];
    node.tag == "blockquote" && node.class.split_whitespace().any(|c| POSTS.contains(&c))
}

fn read(node: &Node) -> Roles {
    let mut found = 0;
    let mut left = LONGEST;
    let names = [&node.class, &node.name, &node.role];
    for name in names.iter().flat_map(|n| n.split_whitespace()) {
        if name.len() > left {
            break;
        }
        left -= name.len();
        let words = words(name);
        for at in 0..words.len() {
            for len in 1..=3.min(words.len() - at) {
                let role = match len {
                    1 => ROLES.get(words[at].as_str()),
                    _ => ROLES.get(words[at..at + len].join(" ").as_str()),
                };
                found |= role.map_or(0, |r| r.bit());
            }
        }
    }
    Roles(found)
}

/// The words of a class name: "articleRelated-links" gives article, related, links.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut lower = false;
    for c in name.chars() {
        let turns = c.is_uppercase() && lower;
        if (turns || !c.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        lower = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_fall_into_words() {
        assert_eq!(
            words("articleRelated-links__v2"),
            ["article", "related", "links", "v2"]
        );
        assert_eq!(words("NEWS_box"), ["news", "box"]);
    }

    #[test]
    fn every_word_in_the_list_is_read() {
        let lines = WORDS
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty());
        assert_eq!(lines.count(), ROLES.len());
    }
}
