//! An article by its address: asked of its site, and of the reader's own proxy where there is one and the
//! site refuses.

use opener::{Request, Said};

use super::{Ways, open_article::open_blob, ways::Turn};
use crate::{
    browser::{
        address,
        net::{Fetched, PageError, abort_controller, fetch_page},
    },
    opening::{Report, Stage, Step},
};

/// The most a site may send, in bytes.
const LARGEST: usize = 50_000_000;
/// What stands in a proxy's address for that of the page.
const PLACE: &str = "{url}";

/// Fetches and opens an article; answers whether it is open now.
pub(crate) async fn fetch_article(turn: Turn, typed: &str, ways: &Ways) -> bool {
    let Some(url) = address::https(typed) else {
        ways.fail(typed, Said::new("open-error-no-address"));
        return false;
    };
    let host = address::origin_and_host(&url).map_or_else(String::new, |(_, host)| host);
    ways.busy(&host, (1, 1), Stage::Fetching);
    let mut fetched = ask(&url, ways).await;
    let mut through = None;
    if let (Err(PageError::Closed | PageError::Status(_)), Some(proxy)) =
        (&fetched, proxy(ways).await)
        && ways.goes_on(turn)
    {
        fetched = ask(&proxied(&proxy, &url), ways).await;
        through = address::origin_and_host(&proxy).map(|(_, host)| host);
    }
    if !ways.goes_on(turn) {
        return false;
    }
    let page = match fetched {
        Ok(page) => page,
        Err(why) => {
            ways.step(Step::Reported(refusal(&host, why, through)));
            // It waits in the dialog, in case the reader opens that again.
            ways.step(Step::AddressGiven(Some(url)));
            return false;
        }
    };
    ways.busy(&host, (1, 1), Stage::Reading);
    let request = Request {
        media_type: page.media_type,
        // What a proxy answers comes from the page's address, not from the proxy's.
        url: Some(if through.is_some() { url } else { page.url }),
        ..Request::default()
    };
    open_blob(turn, &host, request, page.blob, ways).await
}

async fn ask(url: &str, ways: &Ways) -> Result<Fetched, PageError> {
    let abort = abort_controller().ok_or(PageError::Closed)?;
    ways.fetching(abort.clone());
    fetch_page(url, LARGEST, &abort).await
}

/// The reader's own proxy.
async fn proxy(ways: &Ways) -> Option<String> {
    let storage = ways.shared.borrow().clone()?;
    let proxy = storage.setting(super::PROXY).await.ok().flatten()?;
    (!proxy.trim().is_empty()).then_some(proxy)
}

/// The address at which a proxy gives a page.
fn proxied(proxy: &str, url: &str) -> String {
    let escaped = address::escaped(url);
    if proxy.contains(PLACE) {
        proxy.replace(PLACE, &escaped)
    } else {
        format!("{proxy}{escaped}")
    }
}

/// What is said where no page came.
fn refusal(host: &str, why: PageError, through: Option<String>) -> Report {
    let said = match (why, through) {
        (PageError::TooLarge, _) => {
            Said::new("open-error-file-too-large").number("megabytes", LARGEST / 1_000_000)
        }
        (PageError::Closed, None) => Said::new("open-error-site-closed").text("site", host),
        (PageError::Status(status), None) => Said::new("open-error-site-status")
            .text("site", host)
            .text("status", status.to_string()),
        (_, Some(proxy)) => Said::new("open-error-proxy")
            .text("site", host)
            .text("proxy", proxy),
    };
    Report {
        other_ways: true,
        ..Report::failure(host, said)
    }
}
