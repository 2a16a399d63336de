//! Which article an annotation belongs to.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The id of the article with this canonical text: `urn:sha256:` and the hash of its UTF-8 bytes.
///
/// The same text opened twice is the same article, so that its notes come back; a corrected text is
/// a new version with an id of its own.
pub fn article_id(text: &str) -> String {
    let mut id = String::from("urn:sha256:");
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_sha_256_of_the_text() {
        assert_eq!(
            article_id("abc"),
            "urn:sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
