//! The app: its store, its effects, and the frame of the page.

use std::rc::Rc;

use sourcelight_state::{Action, State, reduce};
use yew::prelude::*;

use crate::{
    browser::{clock, focus_kept, fragment, page},
    components::{
        article_page::ArticlePage, caret_view::CaretView, dialogs::Dialogs, keyboard::use_keyboard,
        notices::Notices, opening_reports::OpeningReports, outline::Outline, panel::Panel,
        said::Said, selection_bar::SelectionBar, top_bar::TopBar,
    },
    effects::{
        Arrivals, Shared, Source, Ways, open_article, use_analysis, use_arrivals, use_saving,
        use_start, use_tabs,
    },
    lang::{self, t},
    opening::{Opening, Step},
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

/// A passage that is selected, UTF-8 bytes.
pub(crate) type Passage = Option<sourcelight_text::Span>;

/// What every page of the app may read and do.
#[derive(Clone, PartialEq)]
pub(crate) struct Desk {
    /// The state, and how to send an action.
    pub(crate) store: UseReducerHandle<Store>,
    /// Whether the text is walked through with a caret.
    pub(crate) caret: UseStateHandle<bool>,
    /// What has just happened, to be said once.
    pub(crate) said: UseStateHandle<String>,
    /// The passage that is selected.
    pub(crate) selected: UseStateHandle<Passage>,
    /// The dialog that is open.
    pub(crate) dialog: UseStateHandle<Option<Dialog>>,
    /// Whether the search field or the filters are open.
    pub(crate) find: UseStateHandle<Option<Find>>,
    /// Opens an article.
    pub(crate) open: Callback<Source>,
    /// Ends whatever is being opened.
    pub(crate) stop: Callback<()>,
    /// What is being opened, and what waits for the reader's word.
    pub(crate) opening: UseReducerHandle<Opening>,
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

    /// Says what happened to what is being opened.
    pub(crate) fn step(&self, step: Step) {
        self.opening.dispatch(step);
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
    /// The kept articles.
    Library,
    /// What is known of the open article, and what its blocks are.
    Details,
    /// The bookmarklet.
    Bookmarklet,
    /// Marks, keys and what stays local.
    Help,
    /// The sourcing at a glance.
    Glance,
    /// Hand the article on.
    Export,
    /// All commands by name.
    Palette,
    /// What the reader can set.
    Settings,
}

/// The whole page.
#[component]
fn App() -> Html {
    let store = use_reducer(Store::default);
    let selected = use_state(|| None);
    let caret = use_state(|| false);
    let said = use_state(String::new);
    let dialog = use_state(|| None);
    let find = use_state(|| None);
    let opening = use_reducer(Opening::default);
    let dispatch = store.dispatcher();
    let ways = use_memo((), |()| Ways {
        dispatch: dispatch.clone(),
        shared: Shared::default(),
        opening: opening.dispatcher(),
        brought: Rc::new(std::cell::Cell::new(fragment::take())),
        open: Rc::default(),
        running: Rc::default(),
    });
    let state = &store.0;
    let wished = use_memo((), |()| page::wished_languages());
    let language = lang::fitting(&state.settings.language, &wished);
    // Before anything below is drawn.
    lang::speak(language);
    use_effect_with(language, |language| page::set_language(language.code()));

    *ways.open.borrow_mut() = state.article.as_ref().map(|a| a.id.clone());
    use_start((*ways).clone());
    let today = use_memo((), |()| clock::now().get(..10).map(str::to_owned));
    let own = (
        state.settings.topics_off.clone(),
        state.settings.own_topics.clone(),
    );
    // A list of the reader's own is read once, not with every key.
    let options = use_memo(own, |_| state.settings.options((*today).clone()));
    let options = (*options).clone();
    use_analysis(
        state.article.clone(),
        options,
        &state.light,
        dispatch.clone(),
    );
    use_saving(&store, ways.shared.clone());
    use_tabs(&store, ways.shared.clone());
    let title = state
        .article
        .as_ref()
        .and_then(|a| a.article.metadata.title.clone());
    use_effect_with((title, language), |(title, _)| {
        let app = t!("app-name");
        page::set_title(
            &title
                .as_ref()
                .map_or_else(|| app.clone(), |t| format!("{t} · {app}")),
        );
    });

    let open = {
        let ways = ways.clone();
        Callback::from(move |source| {
            let ways = ways.clone();
            wasm_bindgen_futures::spawn_local(async move {
                open_article(source, &ways).await;
            });
        })
    };
    let stop = {
        let ways = ways.clone();
        Callback::from(move |()| ways.stop())
    };
    use_arrivals(Arrivals {
        ways: (*ways).clone(),
        open: open.clone(),
        dialog: dialog.setter(),
    });
    let shared = SharedStorage(ways.shared.clone());
    let desk = Desk {
        store,
        selected,
        caret,
        said,
        dialog,
        find,
        open,
        stop,
        opening,
        shared,
    };
    use_keyboard(&desk);
    use_effect_with((), |()| {
        let kept = focus_kept::FocusKept::begin();
        move || drop(kept)
    });

    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            // Nothing of what stands there is in the other language.
            <Frame key={language.code()} />
        </ContextProvider<Desk>>
    }
}

/// What stands on the page.
#[component]
fn Frame() -> Html {
    html! {
        <>
            <a class="skip" href="#article">{ t!("skip-to-article") }</a>
            <TopBar />
            <Notices />
            <OpeningReports />
            <div class="grid">
                <Outline />
                <ArticlePage />
                <Panel />
            </div>
            <SelectionBar />
            <CaretView />
            <Said />
            <Dialogs />
        </>
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
