//! The versions of an article: each knows the one before it.

use std::collections::BTreeSet;

/// A kept article, as far as it takes to order versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: String,
    /// The id of the version before it, where there is one.
    pub earlier: Option<String>,
    /// Its title.
    pub title: String,
    /// When it was first opened, ISO 8601 in UTC.
    pub opened: String,
    /// How many notes and decisions are kept for it.
    pub notes: usize,
}

/// All versions of the article with the id `of` among `all`, the oldest first. Where two were made from
/// one, both stand, by when they were opened.
pub fn versions(of: &str, all: &[Version]) -> Vec<Version> {
    let mut found = BTreeSet::from([of.to_owned()]);
    // Each round finds at least one more, so there are no more rounds than articles.
    loop {
        let before = found.len();
        for version in all {
            if let Some(earlier) = &version.earlier
                && (found.contains(earlier) || found.contains(&version.id))
            {
                found.insert(version.id.clone());
                found.insert(earlier.clone());
            }
        }
        if found.len() == before {
            break;
        }
    }
    let mut versions: Vec<Version> = all
        .iter()
        .filter(|version| found.contains(&version.id))
        .cloned()
        .collect();
    let depth = |version: &Version| {
        let mut seen = BTreeSet::new();
        let mut at = version;
        while let Some(earlier) = &at.earlier
            && seen.insert(at.id.clone())
            && let Some(before) = all.iter().find(|v| v.id == *earlier)
        {
            at = before;
        }
        seen.len()
    };
    versions.sort_by_cached_key(|v| (depth(v), v.opened.clone(), v.id.clone()));
    versions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(id: &str, earlier: &str, opened: &str) -> Version {
        Version {
            id: id.into(),
            earlier: (!earlier.is_empty()).then(|| earlier.into()),
            title: id.into(),
            opened: opened.into(),
            notes: 0,
        }
    }

    fn ids(of: &str, all: &[Version]) -> Vec<String> {
        versions(of, all).into_iter().map(|v| v.id).collect()
    }

    #[test]
    fn the_versions_are_found_from_any_of_them_in_their_order() {
        let all = [
            version("third", "second", "3"),
            version("other", "", "0"),
            version("first", "", "5"),
            version("second", "first", "2"),
            version("branch", "second", "4"),
        ];
        for of in ["first", "second", "third", "branch"] {
            assert_eq!(ids(of, &all), ["first", "second", "third", "branch"]);
        }
        assert_eq!(ids("other", &all), ["other"]);
    }

    #[test]
    fn records_that_go_in_a_circle_or_lead_nowhere_end() {
        let all = [
            version("a", "b", "1"),
            version("b", "a", "2"),
            version("c", "gone", "3"),
        ];
        assert_eq!(ids("a", &all).len(), 2);
        assert_eq!(ids("c", &all), ["c"]);
    }
}
