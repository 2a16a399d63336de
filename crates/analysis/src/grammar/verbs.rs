//! Verbs and their forms, from `data/verbs.txt`.

use std::sync::LazyLock;

use crate::words::entries;

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// "say".
    Base,
    /// "says".
    S,
    /// A past that is no participle: "wrote".
    Past,
    /// A past that is a participle too: "said".
    Ed,
    /// A participle only: "written".
    Participle,
    /// "saying".
    Ing,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verb {
    /// The verb's bare form.
    pub(crate) lemma: &'static str,
    /// Which form the word is.
    pub(crate) form: Form,
    /// Whether the word is more often no verb at all.
    pub(crate) seldom: bool,
}

static FORMS: LazyLock<Vec<(String, Verb)>> = LazyLock::new(|| {
    let mut forms = Vec::with_capacity(14_000);
    for entry in entries(include_str!("../../data/verbs.txt")) {
        let mut fields = entry.split(' ');
        let Some(lemma) = fields.next() else { continue };
        let (mut past, mut participle, mut double, mut flags) = (None, None, false, "");
        for field in fields {
            match field.strip_prefix('/') {
                Some(found) => flags = found,
                None if field == "+" => double = true,
                None if past.is_none() => past = Some(field),
                None => participle = Some(field),
            }
        }
        let mut push = |word: String, form, flag| {
            let seldom = flags.contains(flag);
            if let Some(word) = elsewhere(lemma, &word, form) {
                forms.push((
                    word,
                    Verb {
                        lemma,
                        form,
                        seldom,
                    },
                ));
            }
            forms.push((
                word,
                Verb {
                    lemma,
                    form,
                    seldom,
                },
            ));
        };
        push(lemma.to_owned(), Form::Base, 'n');
        push(s_form(lemma), Form::S, 's');
        push(ing_form(lemma, double), Form::Ing, 'g');
        match (past, participle) {
            (Some(past), Some(participle)) if past != participle => {
                push(past.to_owned(), Form::Past, '-');
                push(participle.to_owned(), Form::Participle, 'a');
            }
            (Some(past), _) => push(past.to_owned(), Form::Ed, 'a'),
            _ => push(ed_form(lemma, double), Form::Ed, 'a'),
        }
    }
    forms.sort_by(|a, b| (&a.0, a.1.seldom, a.1.form).cmp(&(&b.0, b.1.seldom, b.1.form)));
    forms.dedup_by(|b, a| a.0 == b.0);
    forms
});

/// The verb that `word`, in lower case, is a form of.
pub(crate) fn verb(word: &str) -> Option<Verb> {
    FORMS
        .binary_search_by(|f| f.0.as_str().cmp(word))
        .ok()
        .map(|i| FORMS[i].1)
}

/// How the form `word` of `lemma` is spelled across the Atlantic, where that differs: "criticised",
/// "favoured", "signalled" and "signaled". The lemma stays as the data spell it, so that what is known of the verb is known of both.
fn elsewhere(lemma: &str, word: &str, form: Form) -> Option<String> {
    const OWN_SPELLING: &[&str] = &["size", "prize", "seize", "capsize", "maize"];
    if lemma.ends_with("ize") && !OWN_SPELLING.contains(&lemma) {
        let stem = lemma.len() - 2;
        return Some(format!("{}s{}", &word[..stem], &word[stem + 1..]));
    }
    if let Some(stem) = lemma.strip_suffix("yze") {
        return Some(format!("{stem}yse{}", &word[lemma.len().min(word.len())..]))
            .filter(|_| word.starts_with(lemma));
    }
    if let Some(stem) = lemma.strip_suffix("or").filter(|s| s.len() > 2) {
        return Some(format!("{stem}our{}", &word[lemma.len()..]));
    }
    let doubles = lemma.ends_with("el") || lemma.ends_with("al");
    if doubles && matches!(form, Form::Ed | Form::Ing) {
        let end = &word[lemma.len()..];
        return Some(match end.strip_prefix('l') {
            Some(end) => format!("{lemma}{end}"),
            None => format!("{lemma}l{end}"),
        });
    }
    None
}

fn ends_in_consonant_y(lemma: &str) -> bool {
    let mut back = lemma.chars().rev();
    back.next() == Some('y') && !back.next().is_some_and(|c| "aeiou".contains(c))
}

fn s_form(lemma: &str) -> String {
    if ends_in_consonant_y(lemma) {
        return format!("{}ies", &lemma[..lemma.len() - 1]);
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|end| lemma.ends_with(end));
    format!("{lemma}{}", if hisses { "es" } else { "s" })
}

fn ed_form(lemma: &str, double: bool) -> String {
    if ends_in_consonant_y(lemma) {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else if lemma.ends_with('e') {
        format!("{lemma}d")
    } else {
        format!("{}ed", doubled(lemma, double))
    }
}

fn ing_form(lemma: &str, double: bool) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        format!("{stem}ying")
    } else if lemma.ends_with('e') && !["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end)) {
        format!("{}ing", &lemma[..lemma.len() - 1])
    } else {
        format!("{}ing", doubled(lemma, double))
    }
}

fn doubled(lemma: &str, double: bool) -> String {
    let last = if double {
        lemma.chars().next_back()
    } else {
        None
    };
    lemma.chars().chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_back_to_the_bare_form() {
        for (word, lemma, form) in [
            ("said", "say", Form::Ed),
            ("denied", "deny", Form::Ed),
            ("argues", "argue", Form::S),
            ("planning", "plan", Form::Ing),
            ("wrote", "write", Form::Past),
            ("noting", "note", Form::Ing),
            ("criticised", "criticize", Form::Ed),
            ("emphasising", "emphasize", Form::Ing),
            ("analyses", "analyze", Form::S),
            ("favours", "favor", Form::S),
            ("signalled", "signal", Form::Ed),
            ("signaled", "signal", Form::Ed),
        ] {
            let found = verb(word).map(|v| (v.lemma, v.form));
            assert_eq!(found, Some((lemma, form)), "{word}");
        }
        assert!(verb("official").is_none());
    }
}
