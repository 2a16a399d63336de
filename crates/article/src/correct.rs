//! What a reader corrects. The text stays, so every offset into it stays as well.

use crate::{Article, BlockKind, Metadata};

impl Article {
    /// This article with the reader's `metadata`, every field as it is given.
    #[must_use]
    pub fn with_metadata(self, metadata: Metadata) -> Self {
        Self { metadata, ..self }
    }

    /// This article with block number `at` taken for a `kind`; unchanged where there is no such block.
    #[must_use]
    pub fn with_block_kind(mut self, at: usize, kind: BlockKind) -> Self {
        if let Some(block) = self.blocks.get_mut(at) {
            block.kind = kind;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::{BlockKind, open_plain_text};

    #[test]
    fn a_correction_leaves_the_text_alone() {
        let article = open_plain_text("Title\n\nRead also\nA link");
        let corrected = article
            .clone()
            .with_block_kind(1, BlockKind::Paragraph)
            .with_block_kind(99, BlockKind::Quote);
        assert_eq!(corrected.text, article.text);
        assert_eq!(corrected.blocks[1].kind, BlockKind::Paragraph);
        assert_eq!(corrected.blocks.len(), article.blocks.len());
        let mut metadata = article.metadata.clone();
        metadata.outlet = Some("Gazette".to_owned());
        let named = article.clone().with_metadata(metadata);
        assert_eq!(named.metadata.outlet.as_deref(), Some("Gazette"));
        assert_eq!(named.blocks, article.blocks);
    }
}
