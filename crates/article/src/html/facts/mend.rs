//! JSON as some pages write it, mended so far that a parser reads it.

/// `text` without comments, without commas before a closing bracket, and with the control characters
/// and quotation marks inside strings escaped. What is sound stays as it is. Linear.
pub(super) fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = comment(rest);
        if skipped > 0 {
            rest = &rest[skipped..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '"' => {
                out.push('"');
                rest = string(rest, &mut out);
            }
            ',' => {
                let next = rest.trim_start();
                if !next.starts_with([']', '}']) {
                    out.push(',');
                }
            }
            ';' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The length of the comment that `rest` opens with, or 0.
fn comment(rest: &str) -> usize {
    const COMMENTS: &[(&str, &str)] = &[("/*", "*/"), ("<!--", "-->"), ("//", "\n")];
    const MARKS: &[&str] = &["<![CDATA[", "]]>", "-->"];
    if let Some(mark) = MARKS.iter().find(|m| rest.starts_with(**m)) {
        return mark.len();
    }
    COMMENTS
        .iter()
        .find(|(open, _)| rest.starts_with(open))
        .map_or(0, |(open, close)| {
            // A comment around the whole of the data is only a pair of marks.
            let end = rest.find(close).map(|end| end + close.len());
            match end {
                Some(end) if !rest[..end].contains('{') => end,
                _ => open.len(),
            }
        })
}

/// Copies a string, whose opening mark has been read, and answers what stands behind it.
fn string<'t>(text: &'t str, out: &mut String) -> &'t str {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some((_, next)) if "\"\\/bfnrtu".contains(next) => out.extend(['\\', next]),
                Some((_, next)) => out.push(next),
                None => break,
            },
            '"' => {
                let behind = &text[at + 1..];
                // Only a mark that JSON can go on behind closes the string.
                let next = behind.trim_start().chars().next();
                if next.is_none_or(|n| matches!(n, ',' | ':' | '}' | ']' | ';')) {
                    out.push('"');
                    return behind;
                }
                out.push_str("\\\"");
            }
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sound_json_is_left_as_it_is() {
        let sound = r#"{"a": ["x, ] y", "\u00e9\"z\\"], "u": "https://example.org/a"}"#;
        assert_eq!(mended(sound), sound);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[\\[\\]{},:;\"\\\\/*<>!a\n -]{0,60}") {
            let _ = mended(&text);
        }
    }
}
