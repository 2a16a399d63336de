//! What arrives from outside: pasted or dropped anywhere on the page, inside a link, shared by another app,
//! opened with this one by the system, or handed over by the bookmarklet.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use opener::Said;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Source, Ways};
use crate::{
    app::Dialog,
    browser::{
        address,
        bounded::gunzip,
        drops::{self, Drag},
        files::{self, Parcel},
        fragment::{self, Brought},
        handover, keys, launched,
    },
    opening::{Offer, PageBrought, Step},
};

/// The most a gzipped page may hold, and what it may unpack to, in bytes.
const PACKED: usize = 8_000_000;
const UNPACKED: usize = 20_000_000;

/// What an arrival may do.
#[derive(Clone)]
pub(crate) struct Arrivals {
    /// What opening needs.
    pub(crate) ways: Ways,
    /// Opens an article.
    pub(crate) open: Callback<Source>,
    /// Shows a dialog.
    pub(crate) dialog: UseStateSetter<Option<Dialog>>,
}

/// Listens for as long as the page lives.
#[hook]
pub(crate) fn use_arrivals(arrivals: Arrivals) {
    use_effect_with((), move |()| {
        let handed = Rc::new(std::cell::RefCell::new(None::<EventListener>));
        let mut listeners = vec![on_paste(&arrivals)];
        let dragged = arrivals.clone();
        listeners.extend(drops::listen(move |drag| match drag {
            Drag::Over => dragged.ways.step(Step::Dropping(true)),
            Drag::Gone => dragged.ways.step(Step::Dropping(false)),
            Drag::Dropped(parcel) => dragged.take(parcel),
        }));
        // What the page was opened with is taken by `use_start`, before the first article.
        let linked = arrivals.clone();
        let holds = handed.clone();
        listeners.push(fragment::listen(move |brought| {
            linked.receive(brought, &holds);
        }));
        if let Some(brought) = arrivals.ways.brought.take() {
            arrivals.receive(brought, &handed);
        }
        let launched = arrivals.clone();
        let launches = launched::listen(move |files| {
            launched.take(Parcel {
                files,
                ..Parcel::default()
            });
        });
        move || drop((listeners, handed, launches))
    });
}

fn on_paste(arrivals: &Arrivals) -> EventListener {
    let arrivals = arrivals.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let document = gloo::utils::document();
    EventListener::new_with_options(&document, "paste", options, move |event| {
        // Where text is typed, pasting is typing.
        if keys::is_typing(event) {
            return;
        }
        if let Some(parcel) = files::pasted(event).filter(|p| !p.is_empty()) {
            event.prevent_default();
            arrivals.take(parcel);
        }
    })
}

impl Arrivals {
    /// Opens what was pasted or dropped.
    fn take(&self, parcel: Parcel) {
        if !parcel.files.is_empty() {
            self.dialog.set(None);
            self.open.emit(Source::Files(parcel.files));
        } else if let Some(address) = lone_address(&parcel.text) {
            self.ways.step(Step::AddressGiven(Some(address)));
            self.dialog.set(Some(Dialog::Open));
        } else if !parcel.is_empty() {
            self.dialog.set(None);
            self.open.emit(Source::Pasted {
                text: parcel.text,
                html: parcel.html,
            });
        }
    }

    /// Does what a link asks for; asks the reader first wherever more than plain text comes along.
    fn receive(&self, brought: Brought, handed: &Rc<std::cell::RefCell<Option<EventListener>>>) {
        match brought {
            Brought::Text(text) => self.open.emit(Source::Pasted {
                text,
                html: String::new(),
            }),
            Brought::Address(typed) => match address::https(&typed) {
                Some(url) => self.ways.step(Step::Offered(Offer::Address(url))),
                None => self.ways.fail("", Said::new("open-error-no-address")),
            },
            Brought::Import(packed) => {
                let arrivals = self.clone();
                spawn_local(async move {
                    // Four letters stand for three bytes.
                    let bytes = (packed.len() / 4 * 3 <= PACKED)
                        .then(|| fragment::from_base64url(&packed))
                        .flatten();
                    let offer = |page| Offer::InLink(Rc::new(page));
                    arrivals.unpack(bytes.unwrap_or_default(), offer).await;
                });
            }
            Brought::Receive(origin) => {
                let (arrivals, from) = (self.clone(), origin.clone());
                let listener = handover::receive(&origin, PACKED, move |bytes| {
                    let (arrivals, origin) = (arrivals.clone(), from.clone());
                    spawn_local(async move {
                        let offer = |page: PageBrought| Offer::Handed {
                            page: Rc::new(of_origin(page, &origin)),
                            origin,
                        };
                        arrivals.unpack(bytes, offer).await;
                    });
                });
                *handed.borrow_mut() = listener;
            }
        }
    }

    async fn unpack(&self, bytes: Vec<u8>, offer: impl FnOnce(PageBrought) -> Offer) {
        let page = gunzip(&bytes, UNPACKED)
            .await
            .ok()
            .and_then(|json| serde_json::from_str::<PageBrought>(&json).ok());
        match page.filter(|page| !page.html.trim().is_empty()) {
            Some(page) => self.ways.step(Step::Offered(offer(page))),
            None => self.ways.fail("", Said::new("open-error-import")),
        }
    }
}

/// The page with its address only where it is of the origin that the browser vouches for.
fn of_origin(page: PageBrought, origin: &str) -> PageBrought {
    let own = address::origin_and_host(&page.url).is_some_and(|(of, _)| of == origin);
    PageBrought {
        url: if own { page.url } else { String::new() },
        ..page
    }
}

/// An address, where a text is nothing else.
fn lone_address(text: &str) -> Option<String> {
    let text = text.trim();
    let lone = text.starts_with("http://") || text.starts_with("https://");
    (lone && !text.contains(char::is_whitespace)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_alone_is_one() {
        let address = |text| lone_address(text).is_some();
        assert!(address(" https://example.org/a?b=c#d\n"));
        assert!(!address("See https://example.org/a"));
        assert!(!address("https://example.org/a\nA headline"));
        assert!(!address("javascript:alert(1)"));
    }
}
