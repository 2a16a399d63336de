//! Which kept articles the library shows, and in which order.

use crate::browser::storage::Shelf;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum By {
    /// The last opened first.
    #[default]
    Opened,
    /// The title.
    Title,
    /// The outlet; those without one come last.
    Outlet,
    /// The number of notes and decisions, the most first.
    Notes,
}

impl By {
    /// All of them, in the order they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Opened, Self::Title, Self::Outlet, Self::Notes];

    /// The end of its message's id.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            By::Opened => "opened",
            By::Title => "title",
            By::Outlet => "outlet",
            By::Notes => "notes",
        }
    }
}

/// Those whose title or outlet has every word.
pub(crate) fn matching(shelf: &[Shelf], words: &str) -> Vec<Shelf> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let has_all = |kept: &&Shelf| {
        let about = format!(
            "{} {}",
            kept.title.to_lowercase(),
            kept.outlet.as_deref().unwrap_or_default().to_lowercase()
        );
        words.iter().all(|word| about.contains(word))
    };
    shelf.iter().filter(has_all).cloned().collect()
}

/// Sorted; what is equal stays in order of opening.
pub(crate) fn sorted(mut shelf: Vec<Shelf>, by: By) -> Vec<Shelf> {
    match by {
        By::Opened => {}
        By::Title => shelf.sort_by_key(|s| s.title.to_lowercase()),
        // Those without an outlet come last.
        By::Outlet => shelf.sort_by_key(|s| {
            (
                s.outlet.is_none(),
                s.outlet.clone().map(|o| o.to_lowercase()),
            )
        }),
        By::Notes => shelf.sort_by_key(|s| std::cmp::Reverse(s.notes)),
    }
    shelf
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> Vec<Shelf> {
        let kept = |title: &str, outlet: Option<&str>, notes| Shelf {
            title: title.to_owned(),
            outlet: outlet.map(str::to_owned),
            notes,
            ..Shelf::default()
        };
        vec![
            kept("Mines for Ukraine", Some("Gazette"), 0),
            kept("a treaty", None, 5),
            kept("Bridges", Some("chronicle"), 2),
        ]
    }

    fn titles(shelf: &[Shelf]) -> Vec<&str> {
        shelf.iter().map(|s| s.title.as_str()).collect()
    }

    #[test]
    fn every_word_must_be_in_title_or_outlet() {
        assert_eq!(
            titles(&matching(&shelf(), "gazette mines")),
            ["Mines for Ukraine"]
        );
        assert_eq!(matching(&shelf(), "  ").len(), 3);
        assert!(matching(&shelf(), "mines chronicle").is_empty());
    }

    #[test]
    fn sorting_goes_by_letters_not_by_case() {
        let by = |by| titles(&sorted(shelf(), by)).join(", ");
        assert_eq!(by(By::Opened), "Mines for Ukraine, a treaty, Bridges");
        assert_eq!(by(By::Title), "a treaty, Bridges, Mines for Ukraine");
        assert_eq!(by(By::Outlet), "Bridges, Mines for Ukraine, a treaty");
        assert_eq!(by(By::Notes), "a treaty, Bridges, Mines for Ukraine");
    }
}
