//! A light guess at a text's language, from its script and its small words.

const STOPWORDS: &str = include_str!("../data/stopwords.txt");

/// How many words are looked at.
const LOOKED_AT: usize = 2_000;

/// Scripts that one language of the news stands for nearly alone: a range of code points and a tag.
/// Kana stand before Han, for Japanese uses both.
const SCRIPTS: &[(std::ops::RangeInclusive<char>, &str)] = &[
    ('\u{590}'..='\u{5ff}', "he"),
    ('\u{600}'..='\u{6ff}', "ar"),
    ('\u{370}'..='\u{3ff}', "el"),
    ('\u{900}'..='\u{97f}', "hi"),
    ('\u{e00}'..='\u{e7f}', "th"),
    ('\u{10a0}'..='\u{10ff}', "ka"),
    ('\u{530}'..='\u{58f}', "hy"),
    ('\u{3040}'..='\u{30ff}', "ja"),
    ('\u{ac00}'..='\u{d7af}', "ko"),
    ('\u{4e00}'..='\u{9fff}', "zh"),
];

/// The BCP 47 tag of the language `text` is most likely in; none where the text is too short or the
/// signs are too weak. Looks at the first words only.
pub(crate) fn guess_language(text: &str) -> Option<&'static str> {
    script_language(text).or_else(|| small_words_language(text))
}

fn script_language(text: &str) -> Option<&'static str> {
    let letters = || text.chars().filter(|c| c.is_alphabetic()).take(LOOKED_AT);
    let all = letters().count();
    SCRIPTS.iter().find_map(|(range, tag)| {
        let found = letters().filter(|c| range.contains(c)).count();
        let share = if *tag == "ja" { 10 } else { 2 };
        (found > 0 && found * share >= all).then_some(*tag)
    })
}

fn small_words_language(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(LOOKED_AT)
        .map(str::to_lowercase)
        .collect();
    let mut scored: Vec<(usize, &str)> = STOPWORDS
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t'))
        .map(|(tag, list)| {
            let list: Vec<&str> = list.split(' ').collect();
            (
                words.iter().filter(|w| list.contains(&w.as_str())).count(),
                tag,
            )
        })
        .collect();
    scored.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    let (best, tag) = *scored.first()?;
    let second = scored.get(1).map_or(0, |s| s.0);
    (best >= 3 && best * 12 >= words.len() && best * 4 > second * 5).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_told_apart() {
        for (text, tag) in [
            (
                "The minister said that the plan was to be dropped, and that he is sorry.",
                "en",
            ),
            (
                "Der Minister sagte, dass die Pläne nicht mit den Zielen zu vereinen sind.",
                "de",
            ),
            (
                "Міністр сказав, що план не буде прийнято, та що це його рішення для країни.",
                "uk",
            ),
            (
                "Министр сказал, что план не будет принят и что это его решение для страны.",
                "ru",
            ),
            ("השר אמר כי התוכנית לא תתקבל", "he"),
        ] {
            assert_eq!(guess_language(text), Some(tag), "{text}");
        }
    }

    #[test]
    fn too_little_text_is_no_guess() {
        assert_eq!(guess_language("Kyiv, Paris, Rome"), None);
        assert_eq!(guess_language(""), None);
    }
}
