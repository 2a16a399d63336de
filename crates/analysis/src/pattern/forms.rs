//! The forms of a regular verb, so that a pattern names it once.

/// `verb` with the endings that English verbs take: "deny" gives denies, denied, denying; "ban" gives
/// bans, banned, banning. Forms that do not exist do no harm: no text has them. Irregular forms are
/// to be written out.
pub(crate) fn forms(verb: &str) -> Vec<String> {
    let mut found = vec![verb.to_owned()];
    let mut add = |stem: &str, endings: &[&str]| {
        found.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    };
    let last = verb.chars().last().unwrap_or(' ');
    let before = verb.chars().rev().nth(1).unwrap_or(' ');
    if let Some(stem) = verb.strip_suffix('e') {
        add(verb, &["s", "d"]);
        add(stem, &["ing"]);
    } else if last == 'y' && !is_vowel(before) {
        add(verb.strip_suffix('y').unwrap_or(verb), &["ies", "ied"]);
        add(verb, &["ing"]);
    } else {
        add(verb, &["s", "ed", "ing"]);
        if matches!(last, 's' | 'x' | 'z' | 'h') {
            add(verb, &["es"]);
        }
        if !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y') && is_vowel(before) {
            let doubled = format!("{verb}{last}");
            add(&doubled, &["ed", "ing"]);
        }
    }
    found
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn endings_follow_the_spelling() {
        for (verb, wanted) in [
            ("deny", "denied"),
            ("ban", "banned"),
            ("accuse", "accusing"),
            ("clash", "clashes"),
            ("destroy", "destroyed"),
        ] {
            assert!(forms(verb).iter().any(|f| f == wanted), "{verb} {wanted}");
        }
    }
}
