//! New names for new things.

/// A URI that nothing else has.
pub(crate) fn new_id() -> String {
    uuid::Uuid::new_v4().urn().to_string()
}
