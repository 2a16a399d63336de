//! E-mails (RFC 5322), newsletters above all, mailboxes of them, and pages saved as MHTML (RFC 2557).

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{Format, Note, Part, iso_date, open_bytes::Reading};
use crate::{Article, Metadata, OpenError, open_html, open_plain_text};

/// The most mails of a mailbox that are listed.
const MOST_MAILS: usize = 2_000;
/// The most parts of one mail; pages are saved with hundreds of pictures.
const MOST_PARTS: usize = 20_000;
/// The longest subject that becomes a headline, in characters.
const LONGEST_SUBJECT: usize = 300;

/// Opens one mail: its formatted text where that holds the article, else its plain text.
///
/// # Errors
/// When no text is in it.
pub(crate) fn open_mail(bytes: &[u8]) -> Result<Reading, OpenError> {
    let format = Format::Mail;
    let message = parse(bytes, format)?;
    let mut notes = Vec::new();
    // Mail that only hands on another mail as an attachment is that mail.
    let inner = message.parts.iter().find_map(|p| p.message());
    let has_text = texts(&message, false)
        .chain(texts(&message, true))
        .any(|t| t.trim().len() > 80);
    let message = match inner {
        Some(inner) if !has_text => inner,
        _ => &message,
    };
    let article = body(message, &mut notes)?;
    let names = attachments(message);
    if !names.is_empty() {
        notes.push(Note::AttachmentsLeftOut { names });
    }
    Ok(Reading::new(headed(article, message), notes))
}

/// Opens one mail of a mailbox, the first unless another is asked for.
///
/// # Errors
/// As [`open_mail`], and when there is no such mail.
pub(crate) fn open_mailbox(bytes: &[u8], part: Option<usize>) -> Result<Reading, OpenError> {
    let mails = mails(bytes);
    let asked = part.unwrap_or(0);
    let found = mails.len();
    let mail = mails
        .get(asked)
        .ok_or(OpenError::NoSuchPart { asked, found })?;
    let reading = open_mail(mail)?;
    if mails.len() == 1 {
        return Ok(reading);
    }
    let part = |mail: &&[u8]| {
        let message = MessageParser::new()
            .parse_headers(*mail)
            .unwrap_or_default();
        let date = message.date().map(mail_parser::DateTime::to_rfc3339);
        let detail: Vec<String> = sender(&message).into_iter().chain(date).collect();
        Part {
            title: subject(&message).unwrap_or_else(|| "(no subject)".to_owned()),
            detail: detail.join(", "),
        }
    };
    Ok(Reading {
        parts: mails.iter().map(part).collect(),
        part: Some(asked),
        ..reading
    })
}

/// Opens a page saved with its pictures and styles: the page itself, not what is framed in it.
///
/// # Errors
/// When no page or no article is in it.
pub(crate) fn open_saved_page(bytes: &[u8]) -> Result<Reading, OpenError> {
    let format = Format::Mhtml;
    let message = parse(bytes, format)?;
    let location = message
        .header("Snapshot-Content-Location")
        .and_then(|h| h.as_text());
    let of = |part: &mail_parser::MessagePart<'_>| part.content_location().map(str::to_owned);
    let pages = || {
        message
            .parts
            .iter()
            .filter(|p| matches!(p.body, PartType::Html(_)))
    };
    let page = pages()
        .find(|p| location.is_some() && of(p).as_deref() == location)
        .or_else(|| pages().next())
        .ok_or(OpenError::NoText { format })?;
    let url = location.map(str::to_owned).or_else(|| of(page));
    let url = url.filter(|u| u.starts_with("http://") || u.starts_with("https://"));
    let html = page.text_contents().unwrap_or_default();
    let mut article = open_html(html, url.as_deref())?;
    // The saved page's own words on title and date come first; the browser's fill the gaps.
    article.metadata = article.metadata.or(Metadata {
        title: subject(&message),
        url,
        ..Metadata::default()
    });
    Ok(Reading::new(article, Vec::new()))
}

fn parse(bytes: &[u8], format: Format) -> Result<Message<'_>, OpenError> {
    let parser = MessageParser::new()
        .with_mime_headers()
        .with_date_headers()
        .with_address_headers();
    let message = parser
        .default_header_text()
        .parse(bytes)
        .ok_or(OpenError::Damaged { format })?;
    if message.parts.len() > MOST_PARTS {
        return Err(OpenError::Unreasonable { format });
    }
    Ok(message)
}

/// The mail's texts that are no attachments, formatted or plain.
fn texts<'m>(message: &'m Message<'_>, html: bool) -> impl Iterator<Item = &'m str> {
    message.parts.iter().filter_map(move |part| {
        let attached = part
            .content_disposition()
            .is_some_and(|d| d.is_attachment());
        match &part.body {
            PartType::Html(text) if html && !attached => Some(text.as_ref()),
            PartType::Text(text) if !html && !attached => Some(text.as_ref()),
            _ => None,
        }
    })
}

fn body(message: &Message<'_>, notes: &mut Vec<Note>) -> Result<Article, OpenError> {
    let format = Format::Mail;
    let plain = texts(message, false).collect::<Vec<_>>().join("\n\n");
    let mut refused = None;
    let subject = subject(message).filter(|s| s.chars().count() <= LONGEST_SUBJECT);
    for html in texts(message, true) {
        match open_html(&retitled(html, subject.as_deref()), None) {
            Ok(article) if !collapsed(&article, &plain) => return Ok(article),
            Ok(_) => {}
            Err(error) => refused = Some(error),
        }
    }
    if plain.chars().any(char::is_alphanumeric) {
        if texts(message, true).next().is_some() {
            notes.push(Note::PlainTextOfMail);
        }
        return Ok(plain_article(subject, &unflowed(message, &plain)));
    }
    // Pages too short for an article are mails all the same.
    for html in texts(message, true) {
        let text = mail_parser::decoders::html::html_to_text(html);
        if text.chars().any(char::is_alphanumeric) {
            return Ok(plain_article(subject, &text));
        }
    }
    Err(refused.unwrap_or(OpenError::NoText { format }))
}

/// The plain text of a mail under its subject.
fn plain_article(subject: Option<String>, text: &str) -> Article {
    let subject = subject.map(|s| s + "\n\n").unwrap_or_default();
    open_plain_text(&(subject + text))
}

/// Whether extraction lost most of what the mail's plain text has. Newsletters' plain texts are full of
/// addresses, which are not counted.
fn collapsed(article: &Article, plain: &str) -> bool {
    let words = plain.split_whitespace().filter(|w| !w.contains("://"));
    let length: usize = words.map(|w| w.len() + 1).sum();
    article.text.len() * 5 < length
}

/// Plain text whose paragraphs were broken for sending (RFC 3676): a line that ends in a space goes on.
fn unflowed(message: &Message<'_>, plain: &str) -> String {
    let flowed = |p: &mail_parser::MessagePart<'_>| {
        let format = p.content_type().and_then(|c| c.attribute("format"));
        format.is_some_and(|f| f.eq_ignore_ascii_case("flowed"))
    };
    if !message.parts.iter().any(flowed) {
        return plain.to_owned();
    }
    let mut text = String::with_capacity(plain.len());
    for line in plain.lines() {
        text.push_str(line);
        if !line.ends_with(' ') || line == "-- " {
            text.push('\n');
        }
    }
    text
}

/// The article with what the mail's header says of it.
fn headed(article: Article, message: &Message<'_>) -> Article {
    let given = Metadata {
        title: subject(message),
        byline: sender(message),
        published: message.date().and_then(|d| iso_date(&d.to_rfc3339())),
        ..Metadata::default()
    };
    Article {
        metadata: given.or(article.metadata),
        ..article
    }
}

/// The mail's page under the mail's subject: newsletters' pages are titled with the newsletter's name, if at
/// all.
fn retitled(html: &str, subject: Option<&str>) -> String {
    let Some(subject) = subject else {
        return html.to_owned();
    };
    let subject = subject.replace('&', "&amp;").replace('<', "&lt;");
    let title = format!("<title>{subject}</title>");
    let lower = html.to_ascii_lowercase();
    let old = lower.find("<title").and_then(|start| {
        let end = start + lower[start..].find("</title>")? + "</title>".len();
        Some(start..end)
    });
    match old {
        Some(old) => [&html[..old.start], &title, &html[old.end..]].concat(),
        None => title + html,
    }
}

/// The subject without the marks of answering and handing on.
fn subject(message: &Message<'_>) -> Option<String> {
    let subject = message.subject()?;
    let mut subject = subject.trim();
    while let Some((mark, rest)) = subject.split_once(':')
        && ["re", "fw", "fwd", "aw", "wg"]
            .iter()
            .any(|m| m.eq_ignore_ascii_case(mark.trim()))
    {
        subject = rest.trim();
    }
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    (!subject.is_empty()).then_some(subject)
}

/// The sender's name, or the address where there is none.
fn sender(message: &Message<'_>) -> Option<String> {
    let first = message.from()?.first()?;
    let name = first.name.as_deref().or(first.address.as_deref())?.trim();
    (!name.is_empty()).then(|| name.chars().filter(|c| !c.is_control()).collect())
}

/// The names of what is attached, or the types where there are none.
fn attachments(message: &Message<'_>) -> Vec<String> {
    let attached = message.parts.iter().filter(|part| {
        let disposition = part.content_disposition();
        let is_body = matches!(
            part.body,
            PartType::Html(_) | PartType::Text(_) | PartType::Multipart(_)
        );
        disposition.is_some_and(|d| d.is_attachment()) || (!is_body && part.content_id().is_none())
    });
    let name = |part: &mail_parser::MessagePart<'_>| {
        let name = part.attachment_name().map(str::to_owned);
        let kind = || {
            let kind = part.content_type()?;
            Some(format!(
                "{}/{}",
                kind.ctype(),
                kind.subtype().unwrap_or("*")
            ))
        };
        let name = name.or_else(kind).unwrap_or_else(|| "a message".to_owned());
        name.chars().filter(|c| !c.is_control()).take(100).collect()
    };
    attached.map(name).take(50).collect()
}

/// The mails of a mailbox, each from behind its line "From …".
fn mails(bytes: &[u8]) -> Vec<&[u8]> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    let mut after_blank = true;
    for line in bytes.split_inclusive(|&b| b == b'\n') {
        if after_blank && line.starts_with(b"From ") && starts.len() < MOST_MAILS {
            starts.push((at, at + line.len()));
        }
        after_blank = line.iter().all(u8::is_ascii_whitespace);
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|s| s.0).chain([bytes.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &bytes[start.1.min(end)..end])
        .collect()
}
