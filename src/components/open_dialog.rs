//! Open an article: by its address, pasted, from files, with the bookmarklet, from the library.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{modal::Modal, open_address::OpenAddress};
use crate::{
    app::{Desk, Dialog},
    browser::files::{self, Parcel},
    effects::Source,
    lang::t,
};

/// The files a picker shows first. What a file is, is told by its content.
const FILES: &str = ".txt,.md,.markdown,.html,.htm,.xhtml,.mht,.mhtml,.eml,.mbox,.docx,.odt,.fodt,.rtf,.epub,.pdf,.warc,.wacz,.gz,.sourcelight,.json,.jsonld,text/*";

/// What is opened.
#[derive(PartialEq, Properties)]
pub(crate) struct OpenDialogProps {
    /// Whether it is a new version of the article that is open.
    #[prop_or_default]
    pub(crate) new_version: bool,
}

/// Open an article.
#[component]
pub(crate) fn OpenDialog(props: &OpenDialogProps) -> Html {
    let desk = use_context::<Desk>();
    let area = use_node_ref();
    // What was pasted last, with its markup: the field shows its text only.
    let pasted = use_state(Parcel::default);
    let Some(desk) = desk else {
        return Html::default();
    };
    let of = desk.state().article.clone().filter(|_| props.new_version);
    let open = {
        let (desk, of) = (desk.clone(), of.clone());
        Callback::from(move |source: Source| {
            desk.dialog.set(None);
            desk.open.emit(match &of {
                Some(of) => Source::VersionOf(of.id.clone(), Box::new(source)),
                None => source,
            });
        })
    };
    let on_submit = {
        let (open, area, pasted) = (open.clone(), area.clone(), pasted.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                let text = area.value();
                // Text that was typed into since has no markup any more.
                let whole = same_words(&text, &pasted.text);
                let html = if whole {
                    pasted.html.clone()
                } else {
                    String::new()
                };
                open.emit(Source::Pasted { text, html });
            }
        })
    };
    let on_paste = {
        let (open, pasted) = (open.clone(), pasted.clone());
        Callback::from(move |event: Event| {
            let Some(parcel) = files::pasted(&event) else {
                return;
            };
            if parcel.files.is_empty() {
                pasted.set(parcel);
            } else {
                event.prevent_default();
                open.emit(Source::Files(parcel.files));
            }
        })
    };
    let on_files = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let list = files::chosen(&event);
            if !list.is_empty() {
                open.emit(Source::Files(list));
            }
        })
    };
    let on_sample = open.reform(|_: MouseEvent| Source::Sample);
    let show = |dialog: Dialog| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.dialog.set(Some(dialog)))
    };
    let formatted = !pasted.html.trim().is_empty();
    html! {
        <Modal title={if of.is_some() { t!("new-version-title") } else { t!("open-title") }}>
            if let Some(of) = &of { <p>{ t!("new-version-hint", title = of.title()) }</p> }
            <OpenAddress open={open.clone()} />
            <form onsubmit={on_submit}>
                <label for="paste">{ t!("paste-label") }</label>
                <textarea
                    id="paste" ref={area} rows="7" dir="auto" placeholder={t!("paste-hint")}
                    onpaste={on_paste}
                />
                if formatted { <p class="quiet" role="status">{ t!("paste-formatted") }</p> }
                <div class="row">
                    <button type="submit" class="primary">{ t!("open-text") }</button>
                    <label class="file-button">
                        { t!("pick-files") }
                        <input type="file" multiple=true accept={FILES} onchange={on_files} />
                    </label>
                    if of.is_none() {
                        <button type="button" onclick={show(Dialog::Bookmarklet)}>{ t!("to-bookmarklet") }</button>
                        <button type="button" onclick={show(Dialog::Library)} aria-keyshortcuts="B">{ t!("library") }</button>
                        <button type="button" onclick={on_sample}>{ t!("open-sample") }</button>
                    }
                </div>
            </form>
            <p class="quiet">{ t!("files-hint") }</p>
            <p class="quiet">{ t!("stays-local") }</p>
        </Modal>
    }
}

/// Whether two texts are the same but for white space, which a text field changes.
fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn a_text_that_was_typed_into_is_another() {
        assert!(same_words("One\r\n\ntwo ", "One two"));
        assert!(!same_words("One two three", "One two"));
    }
}
