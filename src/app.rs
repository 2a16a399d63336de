//! The app: its store, its effects, and the frame of the page.

use std::rc::Rc;

use sourcelight_state::{Action, State, reduce};
use yew::prelude::*;

use crate::{
    browser::page,
    components::{
        article_page::ArticlePage, glance_dialog::GlanceDialog, help_dialog::HelpDialog,
        keyboard::use_keyboard, notices::Notices, open_dialog::OpenDialog, outline::Outline,
        palette::Palette, panel::Panel, selection_bar::SelectionBar,
        settings_dialog::SettingsDialog, top_bar::TopBar,
    },
    effects::{Shared, Source, open_article, use_analysis, use_saving, use_settings, use_start},
    lang::t,
};

/// The state, as Yew keeps it.
#[derive(Debug, Default)]
pub(crate) struct Store(pub(crate) State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(reduce(&self.0, action)))
    }
}

impl PartialEq for Store {
    /// Every action makes a new store, so two are equal only where they are one; comparing their
    /// contents would cost as much as drawing them.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Sends an action to the store.
pub(crate) type Dispatch = UseReducerDispatcher<Store>;

/// A passage the reader is writing a note on, UTF-8 bytes.
pub(crate) type Draft = Option<sourcelight_text::Span>;

/// What every page of the app may read and do.
#[derive(Clone, PartialEq)]
pub(crate) struct Desk {
    /// The state, and how to send an action.
    pub(crate) store: UseReducerHandle<Store>,
    /// The note that is being written.
    pub(crate) draft: UseStateHandle<Draft>,
    /// The passage that is selected.
    pub(crate) selected: UseStateHandle<Draft>,
    /// The dialog that is open.
    pub(crate) dialog: UseStateHandle<Option<Dialog>>,
    /// Whether the search field or the filters are open.
    pub(crate) find: UseStateHandle<Option<Find>>,
    /// Opens an article.
    pub(crate) open: Callback<Source>,
    /// The database.
    pub(crate) shared: SharedStorage,
}

/// The database, the same for the whole life of the page.
#[derive(Clone)]
pub(crate) struct SharedStorage(pub(crate) Shared);

impl PartialEq for SharedStorage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// The state.
    pub(crate) fn state(&self) -> &State {
        &self.store.0
    }

    /// Sends an action.
    pub(crate) fn act(&self, action: Action) {
        self.store.dispatch(action);
    }
}

/// What the reader finds things with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Find {
    /// The search field.
    Search,
    /// The filters under it.
    Filter,
}

/// The dialogs of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// Open an article.
    Open,
    /// Marks, keys and what stays local.
    Help,
    /// The sourcing at a glance.
    Glance,
    /// All commands by name.
    Palette,
    /// What the reader can set.
    Settings,
}

/// The whole page.
#[component]
fn App() -> Html {
    let store = use_reducer(Store::default);
    let draft = use_state(|| None);
    let selected = use_state(|| None);
    let dialog = use_state(|| None);
    let find = use_state(|| None);
    let shared = use_memo((), |()| Shared::default());
    let dispatch = store.dispatcher();
    let state = &store.0;

    use_start(dispatch.clone(), (*shared).clone());
    use_analysis(state.article.clone(), &state.light, dispatch.clone());
    use_saving(&store, (*shared).clone());
    use_settings(&state.settings, (*shared).clone());
    let title = state
        .article
        .as_ref()
        .and_then(|a| a.article.metadata.title.clone());
    use_effect_with(title, |title| {
        let app = t!("app-name");
        page::set_title(
            &title
                .as_ref()
                .map_or_else(|| app.clone(), |t| format!("{t} · {app}")),
        );
    });

    let open = {
        let (dispatch, shared) = (dispatch.clone(), (*shared).clone());
        Callback::from(move |source| {
            let (dispatch, shared) = (dispatch.clone(), shared.clone());
            wasm_bindgen_futures::spawn_local(async move {
                open_article(source, &dispatch, &shared).await;
            });
        })
    };
    let shared = SharedStorage((*shared).clone());
    let desk = Desk {
        store,
        draft,
        selected,
        dialog,
        find,
        open,
        shared,
    };
    use_keyboard(&desk);

    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <a class="skip" href="#article">{ t!("skip-to-article") }</a>
            <TopBar />
            <Notices />
            <div class="grid">
                <Outline />
                <ArticlePage />
                <Panel />
            </div>
            <SelectionBar />
            if *desk.dialog == Some(Dialog::Open) { <OpenDialog /> }
            if *desk.dialog == Some(Dialog::Help) { <HelpDialog /> }
            if *desk.dialog == Some(Dialog::Glance) { <GlanceDialog /> }
            if *desk.dialog == Some(Dialog::Palette) { <Palette /> }
            if *desk.dialog == Some(Dialog::Settings) { <SettingsDialog /> }
        </ContextProvider<Desk>>
    }
}

/// Starts the app in the page. A panic says why on the console and then traps, upon which
/// `static/boot.js` leads to the page that rescues notes without wasm.
pub fn start() {
    std::panic::set_hook(Box::new(|info| gloo::console::error!(info.to_string())));
    let root = gloo::utils::document().get_element_by_id("app");
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}
