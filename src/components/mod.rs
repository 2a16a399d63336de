//! What is seen. One component a file, its css beside it by the same name.

pub(crate) mod article_page;
pub(crate) mod block_view;
pub(crate) mod checks;
pub(crate) mod claims;
pub(crate) mod controversy;
pub(crate) mod facts_line;
pub(crate) mod help_dialog;
pub(crate) mod imvain;
pub(crate) mod item;
pub(crate) mod item_list;
pub(crate) mod keyboard;
pub(crate) mod modal;
pub(crate) mod note_form;
pub(crate) mod notes;
pub(crate) mod notices;
pub(crate) mod open_dialog;
pub(crate) mod outline;
pub(crate) mod panel;
pub(crate) mod same_voice;
pub(crate) mod selection_bar;
pub(crate) mod source_card;
pub(crate) mod source_icon;
pub(crate) mod sources;
pub(crate) mod strip;
pub(crate) mod top_bar;
