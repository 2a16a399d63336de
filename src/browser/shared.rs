//! What another app shares with ours: the parameters `title`, `text` and `url` of the address, as the
//! Web Share Target says.

use super::fragment::Brought;

/// A text with an address at its end that is not longer is words about it, in characters.
const LONGEST_NOTE: usize = 300;

/// What the parameters bring. Many apps put the address into the text; then it is the address that is
/// meant, unless the text is an article by its length.
pub(super) fn shared(title: &str, text: &str, url: &str) -> Option<Brought> {
    let (title, text, url) = (title.trim(), text.trim(), url.trim());
    if is_address(url) {
        return Some(Brought::Address(url.to_owned()));
    }
    let mut words = text.split_whitespace().rev();
    if let Some(last) = words.next().filter(|word| is_address(word))
        && text.chars().count() <= LONGEST_NOTE + last.len()
    {
        return Some(Brought::Address(last.to_owned()));
    }
    if text.is_empty() {
        return is_address(title).then(|| Brought::Address(title.to_owned()));
    }
    let headed = title.is_empty() || text.starts_with(title);
    Some(Brought::Text(if headed {
        text.to_owned()
    } else {
        format!("{title}\n\n{text}")
    }))
}

fn is_address(text: &str) -> bool {
    let web = text.starts_with("https://") || text.starts_with("http://");
    web && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_an_address_or_a_text() {
        let address = "https://site.example/story";
        let brought = Some(Brought::Address(address.to_owned()));
        assert_eq!(shared("Ferry strike ends", "", address), brought);
        assert_eq!(shared("", address, ""), brought);
        assert_eq!(
            shared("", &format!("Ferry strike ends {address}"), ""),
            brought
        );
        assert_eq!(shared(address, "", ""), brought);
        let text = "The union said so.";
        let story = Some(Brought::Text(format!("Ferry strike ends\n\n{text}")));
        assert_eq!(shared("Ferry strike ends", text, ""), story);
        let long = format!("{} {address}", text.repeat(40));
        assert_eq!(shared("", &long, ""), Some(Brought::Text(long.clone())));
        assert_eq!(shared("Only a title", "", "javascript:alert(1)"), None);
    }
}
