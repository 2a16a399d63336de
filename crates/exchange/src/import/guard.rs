//! JSON that is hostile until parsed.

use serde_json::Value;

use super::ImportError;
use crate::limits;

/// How many JSON values may still be read of a file, however many texts it is made of.
#[derive(Debug)]
pub(crate) struct Budget {
    values: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            values: limits::VALUES,
        }
    }
}

/// Parses JSON within the limits. A byte order mark at the start is passed over.
pub(crate) fn parse(bytes: &[u8], budget: &mut Budget) -> Result<Value, ImportError> {
    if bytes.len() > limits::JSON {
        return Err(ImportError::TooLarge {
            megabytes: bytes.len() >> 20,
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ImportError::NotUtf8)?;
    let text = text.trim_start_matches('\u{feff}');
    let values = weigh(text.as_bytes())?;
    budget.values = budget
        .values
        .checked_sub(values)
        .ok_or(ImportError::TooMany)?;
    serde_json::from_str(text).map_err(|error| ImportError::NotJson {
        line: error.line(),
        column: error.column(),
    })
}

/// Counts the values of a JSON text without building them, and holds its depth to the limit.
fn weigh(text: &[u8]) -> Result<usize, ImportError> {
    let (mut values, mut depth) = (1usize, 0usize);
    let mut bytes = text.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => {
                while let Some(inside) = bytes.next() {
                    match inside {
                        b'\\' => {
                            bytes.next();
                        }
                        b'"' => break,
                        _ => {}
                    }
                }
            }
            b'[' | b'{' => {
                (values, depth) = (values + 1, depth + 1);
                if depth > limits::DEPTH {
                    return Err(ImportError::TooDeep);
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if values > limits::VALUES {
            return Err(ImportError::TooMany);
        }
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Value, ImportError> {
        parse(text.as_bytes(), &mut Budget::default())
    }

    #[test]
    fn a_billion_lists_are_refused_before_they_are_built() {
        assert_eq!(read(&"[".repeat(1_000_000)), Err(ImportError::TooDeep));
        let wide = format!("[{}0]", "[],".repeat(1_000_000));
        assert_eq!(read(&wide), Err(ImportError::TooMany));
    }

    #[test]
    fn brackets_and_quotes_inside_strings_are_words() {
        let text = format!(r#"["{}\"\\"]"#, "[{,".repeat(200));
        assert!(read(&text).is_ok());
    }

    #[test]
    fn a_mark_at_the_start_is_passed_over_and_other_encodings_are_named() {
        assert!(read("\u{feff}{}").is_ok());
        let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(matches!(
            parse(
                &[&[0xff, 0xfe], utf16.as_slice()].concat(),
                &mut Budget::default()
            ),
            Err(ImportError::NotUtf8)
        ));
    }

    #[test]
    fn what_is_cut_off_says_where() {
        let error = read("{\"a\":\n [1, 2").unwrap_err();
        assert!(error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn the_budget_holds_for_all_texts_of_a_file_together() {
        let mut budget = Budget { values: 5 };
        assert!(parse(b"[1,2]", &mut budget).is_ok());
        assert_eq!(parse(b"[1,2]", &mut budget), Err(ImportError::TooMany));
    }
}
