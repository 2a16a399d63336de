//! Bytes of a text into characters, whatever charset they were written in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Note;

/// A text and how sure its letters are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// Without byte order mark.
    pub(crate) text: String,
    /// What the reader should know: a guessed charset, lost letters.
    pub(crate) notes: Vec<Note>,
}

/// Decodes `bytes`. `declared` is the charset that the transport names, if any.
///
/// A byte order mark is believed first, then bytes that are valid UTF-8 (other charsets hardly ever
/// are by chance, and saved pages often keep a declaration that no longer holds), then the pattern of
/// UTF-16, then the declaration, then statistics over letter pairs. Linear.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some(decoded) = utf32(bytes) {
        return decoded;
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..], false);
    }
    let escapes = bytes.contains(&0x1b);
    let zeros = bytes.iter().take(LOOKED_AT).any(|&b| b == 0);
    if !escapes
        && !zeros
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Decoded {
            text: text.to_owned(),
            notes: Vec::new(),
        };
    }
    if let Some(encoding) = utf16(bytes) {
        return decode_as(encoding, bytes, false);
    }
    let named = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // A charset that is named and yields lost letters was named in error.
    if let Some(named) = named {
        let decoded = decode_as(named, bytes, false);
        if decoded.notes.is_empty() {
            return decoded;
        }
    }
    let guess = guess(bytes);
    decode_as(guess, bytes, guess != UTF_8)
}

/// The text of an XML document, in UTF-8 or UTF-16 or as it declares itself.
pub(crate) fn decode_xml(bytes: &[u8]) -> String {
    decode(bytes, declared_inside(bytes).as_deref()).text
}

/// Whether `bytes` are no text in any charset: they hold zeros or control characters as only
/// programs and pictures do.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    if Encoding::for_bom(head).is_some() || utf32(head).is_some() || utf16(head).is_some() {
        return false;
    }
    let control = |b: &u8| {
        *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x08 | 0x0b | 0x0c | 0x1a | 0x1b)
    };
    let controls = head.iter().filter(|b| control(b)).count();
    head.contains(&0) || controls * 50 > head.len()
}

/// The charset that `content_type` names: `text/html; charset=koi8-r`.
pub(crate) fn charset_of(content_type: &str) -> Option<&str> {
    let (_, behind) = content_type.split_once(';')?;
    let mut parameters = behind.split(';').filter_map(|p| p.split_once('='));
    parameters
        .find(|(key, _)| key.trim().eq_ignore_ascii_case("charset"))
        .map(|(_, value)| value.trim().trim_matches(['"', '\'']))
}

/// The charset that an HTML or XML document declares within its first bytes.
pub(crate) fn declared_inside(bytes: &[u8]) -> Option<String> {
    let head: String = bytes
        .iter()
        .take(LOOKED_AT)
        .map(|&b| if b.is_ascii() { b as char } else { ' ' })
        .collect::<String>()
        .to_ascii_lowercase();
    let value = |behind: &str| {
        let behind = behind.trim_start().strip_prefix('=')?.trim_start();
        let behind = behind.trim_start_matches(['"', '\'']);
        let len = behind
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')))
            .unwrap_or(behind.len());
        (len > 0).then(|| behind[..len].to_owned())
    };
    let declaration = head.trim_start().starts_with("<?xml").then(|| {
        let end = head.find("?>").unwrap_or(head.len());
        let at = head[..end].find("encoding")?;
        value(&head[at + "encoding".len()..end])
    });
    declaration.flatten().or_else(|| {
        let metas = head.match_indices("<meta");
        metas
            .filter_map(|(at, _)| {
                let tag = &head[at..head[at..].find('>').map_or(head.len(), |end| at + end)];
                let at = tag.find("charset")?;
                value(&tag[at + "charset".len()..])
            })
            .next()
    })
}

/// How many bytes show what a text is.
const LOOKED_AT: usize = 4096;

fn decode_as(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, lost) = encoding.decode_without_bom_handling(bytes);
    let mut notes = Vec::new();
    if guessed {
        let charset = encoding.name().to_owned();
        notes.push(Note::CharsetGuessed { charset });
    }
    if lost {
        notes.push(Note::LettersLost);
    }
    let text = text.into_owned();
    Decoded { text, notes }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    /// Statistics settle within this many bytes.
    const ENOUGH: usize = 400_000;
    let cut = bytes.len().min(ENOUGH);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..cut], cut == bytes.len());
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 without a mark: nearly every second byte of Latin text is zero; in other scripts the
/// spaces and line breaks are.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    if head.len() < 4 {
        return None;
    }
    let high = |first: usize| {
        let pairs = head.chunks_exact(2);
        pairs
            .filter(|p| p[first] == 0 && is_text_byte(p[1 - first]))
            .count()
    };
    let (big, little) = (high(0), high(1));
    let control = |b: u8| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r');
    let control = |p: &&[u8]| p.contains(&0) && p.iter().all(|&b| control(b));
    if head.chunks_exact(2).filter(control).count() * 100 > head.len() / 2 {
        return None;
    }
    let enough = |count: usize, other: usize| count * 20 >= head.len() / 2 && other * 8 <= count;
    match (enough(little, big), enough(big, little)) {
        (true, _) => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

fn is_text_byte(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~') || byte >= 0xa0
}

/// UTF-32 with its mark, which the Encoding Standard does not know.
fn utf32(bytes: &[u8]) -> Option<Decoded> {
    let read: fn([u8; 4]) -> u32 = match bytes.get(..4)? {
        [0xff, 0xfe, 0, 0] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff] => u32::from_be_bytes,
        _ => return None,
    };
    let mut units = bytes[4..].chunks_exact(4);
    let text: String = units
        .by_ref()
        .map(|u| char::from_u32(read([u[0], u[1], u[2], u[3]])).unwrap_or('\u{fffd}'))
        .collect();
    let whole = units.remainder().is_empty() && !text.contains('\u{fffd}');
    let notes = if whole {
        Vec::new()
    } else {
        vec![Note::LettersLost]
    };
    Some(Decoded { text, notes })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str =
        "Министр сказал журналистам, что план не будет принят в этом году, и что это его решение.";
    const POLISH: &str =
        "Minister powiedział dziennikarzom, że plan nie zostanie przyjęty, ponieważ śledztwo trwa.";
    const FRENCH: &str = "Le ministre a déclaré que le plan ne serait pas adopté cette année, à cause des élections.";
    const JAPANESE: &str =
        "大臣は記者団に対し、計画は今年採択されないと述べた。これは大臣の決定である。";
    const CHINESE: &str =
        "部长对记者说，该计划今年不会通过，这是他本人的决定。他拒绝透露更多细节。";
    const GREEK: &str = "Ο υπουργός είπε στους δημοσιογράφους ότι το σχέδιο δεν θα εγκριθεί φέτος.";

    #[test]
    fn every_common_charset_is_read_without_being_named() {
        for (label, text) in [
            ("windows-1251", RUSSIAN),
            ("koi8-r", RUSSIAN),
            ("iso-8859-5", RUSSIAN),
            ("windows-1250", POLISH),
            ("iso-8859-2", POLISH),
            ("windows-1252", FRENCH),
            ("shift_jis", JAPANESE),
            ("euc-jp", JAPANESE),
            ("iso-2022-jp", JAPANESE),
            ("gb18030", CHINESE),
            ("windows-1253", GREEK),
            ("utf-8", RUSSIAN),
        ] {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let text = format!("{text}\r\n{text} {text}");
            let (bytes, _, lost) = encoding.encode(&text);
            assert!(!lost, "{label}");
            let decoded = decode(&bytes, None);
            assert_eq!(decoded.text, text, "{label}");
            assert!(!decoded.notes.contains(&Note::LettersLost), "{label}");
            assert!(!is_binary(&bytes), "{label}");
        }
    }

    #[test]
    fn utf_16_and_32_are_read_with_and_without_mark() {
        for text in [RUSSIAN, FRENCH] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let wide: Vec<u8> = text
                .chars()
                .flat_map(|c| (c as u32).to_le_bytes())
                .collect();
            let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
            for bytes in [
                marked(&[0xff, 0xfe], &little),
                marked(&[0xfe, 0xff], &big),
                marked(&[0xff, 0xfe, 0, 0], &wide),
                little,
                big,
            ] {
                assert_eq!(decode(&bytes, None).text, text);
                assert!(!is_binary(&bytes));
            }
        }
    }

    #[test]
    fn a_declaration_is_believed_where_the_bytes_allow_it() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode("café");
        assert_eq!(decode(&bytes, Some("iso-8859-1")).text, "café");
        assert_eq!(decode("café".as_bytes(), Some("windows-1251")).text, "café");
        assert_eq!(
            decode(b"\xef\xbb\xbfcaf\xc3\xa9", Some("koi8-r")).text,
            "café"
        );
        assert_eq!(charset_of("text/html; Charset=\"KOI8-R\""), Some("KOI8-R"));
        let page = b"<html><head><META http-equiv=x content='text/html; charset=windows-1251'>";
        assert_eq!(declared_inside(page).as_deref(), Some("windows-1251"));
        let xml = b"<?xml version=\"1.0\" encoding='UTF-16'?><a/>";
        assert_eq!(declared_inside(xml).as_deref(), Some("utf-16"));
    }

    #[test]
    fn what_is_no_text_is_seen() {
        assert!(is_binary(
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0"
        ));
        assert!(!is_binary("Tab\tand\x0cform feed".as_bytes()));
    }
}
