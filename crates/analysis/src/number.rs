//! Numbers in words.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The number below a hundred that `word` (lower case) spells: "six", "sixty", "sixty-four".
pub(crate) fn spelled(word: &str) -> Option<u16> {
    match word.split_once('-') {
        Some((ten, one)) => Some(tens(ten)? + ones(one)?),
        None => ones(word).or_else(|| tens(word)),
    }
}

fn ones(word: &str) -> Option<u16> {
    place(&ONES, word)
}

fn tens(word: &str) -> Option<u16> {
    place(&TENS, word).map(|at| (at + 2) * 10)
}

fn place(list: &[&str], word: &str) -> Option<u16> {
    let at = list.iter().position(|w| *w == word)?;
    u16::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn numbers_below_a_hundred() {
        for (word, number) in [
            ("zero", 0),
            ("nineteen", 19),
            ("ninety", 90),
            ("forty-two", 42),
        ] {
            assert_eq!(spelled(word), Some(number), "{word}");
        }
        for word in ["hundred", "forty-", "two-forty", "anti-two", ""] {
            assert_eq!(spelled(word), None, "{word}");
        }
    }
}
