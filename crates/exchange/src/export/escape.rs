//! Text made plain for each format, so that no word of an article or a note is read as code.

use sourcelight_state::escaped;

/// `text` for Markdown, on one line: what Markdown would read as marks is written as itself.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut line_start = true;
    for c in text.chars() {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            out.push(' ');
            continue;
        }
        // A number with a full stop begins a list, and so do a plus and a minus.
        let digits_only = !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit());
        let begins_list =
            line_start && matches!(c, '-' | '+' | '=') || digits_only && matches!(c, '.' | ')');
        if begins_list
            || matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$'
            )
        {
            out.push('\\');
        }
        out.push(c);
        line_start &= c.is_whitespace();
    }
    out
}

/// `text` for HTML, in an element or in a quoted attribute.
pub(super) fn html(text: &str) -> String {
    // HTML has no place for them, and they could hide what stands there.
    let seen = |c: char| match c {
        '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}' => '\u{fffd}',
        _ => c,
    };
    escaped(&text.chars().map(seen).collect::<String>())
}

/// `text` for XML 1.0, in an element or in a quoted attribute. Characters that XML forbids (section
/// 2.2) become the replacement character.
pub(super) fn xml(text: &str) -> String {
    let allowed = |c: char| match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => c,
    };
    html(&text.chars().map(allowed).collect::<String>())
}

/// `text` as a field of a CSV file: quoted where RFC 4180 asks for it, and never read as a formula
/// by a spreadsheet (OWASP, *CSV injection*): an apostrophe stands before what would begin one.
pub(super) fn csv(text: &str) -> String {
    let plain = |c: char| match c {
        '\t' | '\n' | '\r' => c,
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    let text: String = text.chars().map(plain).collect();
    // Spreadsheets pass over some of what cannot be seen before a formula.
    let unseen = |c: &char| {
        c.is_whitespace()
            || matches!(
                c,
                '\u{fffd}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}'
            )
    };
    let first = text.chars().find(|c| !unseen(c));
    let begins = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠')
    );
    let formula = begins || text.starts_with(['\t', '\r', '\n']);
    let guard = if formula { "'" } else { "" };
    let marks = text.contains([',', '"', '\n', '\r', ';', '\t']);
    if formula || marks || text.trim() != text {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// `address` where following it is harmless: a page on the web.
pub(super) fn link(address: &str) -> Option<&str> {
    let lower = address.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    (web && !address.contains(|c: char| c.is_whitespace() || c.is_control())).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_shows_marks_as_themselves() {
        assert_eq!(
            markdown("**a** <b> [x](y)\n# z"),
            r"\*\*a\*\* \<b\> \[x\](y) \# z"
        );
        assert_eq!(markdown("1. a - b"), r"1\. a - b");
        assert_eq!(markdown("- a &amp; 3.5"), r"\- a \&amp; 3.5");
    }

    #[test]
    fn html_and_xml_lose_no_word_and_let_none_become_code() {
        assert_eq!(
            html("<a href='x'>\"&\u{0}"),
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;\u{fffd}"
        );
        assert_eq!(xml("a\u{b}b\u{ffff}<c"), "a\u{fffd}b\u{fffd}&lt;c");
    }

    #[test]
    fn no_field_begins_a_formula() {
        for formula in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\t=1",
            "\r=1",
            " =1",
            "＝1",
            "\u{feff}=1",
            "\u{b}=1",
            "\u{200b}\u{2003}=1",
        ] {
            let field = csv(formula);
            assert!(field.starts_with("\"'"), "{field}");
        }
        assert_eq!(csv("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(csv("plain 1-2"), "plain 1-2");
    }

    #[test]
    fn only_pages_on_the_web_are_links() {
        assert!(link("https://a.example/x?y").is_some());
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//a.example",
            "https://a b",
        ] {
            assert_eq!(link(address), None);
        }
    }
}
