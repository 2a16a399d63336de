//! The messages for why a file could not be taken in.

use opener::Said;
use sourcelight_exchange::ImportError;

/// What is said of an error: what happened and what to do next.
pub(crate) fn said_of(error: &ImportError) -> Said {
    match error {
        ImportError::Empty => Said::new("open-error-empty"),
        ImportError::TooLarge { megabytes } => {
            Said::new("import-error-too-large").number("megabytes", *megabytes)
        }
        ImportError::NotUtf8 => Said::new("import-error-not-utf8"),
        ImportError::NotJson { line, .. } => {
            Said::new("import-error-not-json").number("line", *line)
        }
        ImportError::TooDeep => Said::new("import-error-too-deep"),
        ImportError::TooMany => Said::new("import-error-too-many"),
        ImportError::DamagedArchive(_) => Said::new("import-error-damaged"),
        ImportError::Bomb => Said::new("import-error-bomb"),
        ImportError::NotOurArchive => Said::new("import-error-not-ours"),
        ImportError::Later { .. } => Said::new("import-error-later"),
        ImportError::NoData => Said::new("import-error-no-data"),
        ImportError::UnknownFormat => Said::new("import-error-unknown"),
        ImportError::OlderModel => Said::new("import-error-older-model"),
        ImportError::Elsewhere(address) => {
            Said::new("import-error-elsewhere").text("address", address.clone())
        }
    }
}
