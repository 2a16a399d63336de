//! The open article goes to the analysis worker; what it finds comes back as an action.

use std::rc::Rc;

use analysis_worker::Request;
use sourcelight_analysis::Options;
use sourcelight_state::{Action, Kept, Light, unread_language};
use yew::prelude::*;

use crate::{
    app::Dispatch,
    browser::{
        page,
        worker::{AnalysisWorker, Told},
    },
};

/// Asks the worker about every article that is opened, and says that the page is ready when the
/// first one is lit.
#[hook]
pub(crate) fn use_analysis(
    article: Option<Rc<Kept>>,
    options: Options,
    light: &Light,
    dispatch: Dispatch,
) {
    let worker = use_mut_ref(|| None::<AnalysisWorker>);
    let asked = use_mut_ref(String::new);
    {
        let (dispatch, asked) = (dispatch.clone(), asked.clone());
        let worker = worker.clone();
        // Started while the article is still on its way, so that it is ready when that arrives.
        use_effect_with((), move |()| {
            let started = AnalysisWorker::start(move |told| match told {
                Told::Answer(answer) => dispatch.dispatch(Action::AnalysisArrived {
                    article: answer.id,
                    analysis: Rc::new(answer.analysis),
                }),
                Told::Failed => {
                    let article = asked.borrow().clone();
                    dispatch.dispatch(Action::AnalysisFailed { article });
                }
            });
            *worker.borrow_mut() = started;
        });
    }
    use_effect_with((article, options), move |(open, options)| {
        if let Some(kept) = open {
            asked.borrow_mut().clone_from(&kept.id);
            let language = kept.article.metadata.language.as_deref();
            match worker.borrow().as_ref() {
                // English rules would find nonsense in it; the reader marks by hand, and is told so.
                _ if unread_language(language).is_some() => {
                    dispatch.dispatch(Action::AnalysisArrived {
                        article: kept.id.clone(),
                        analysis: Rc::default(),
                    });
                }
                Some(worker) => worker.ask(&Request {
                    id: kept.id.clone(),
                    article: kept.article.clone(),
                    options: options.clone(),
                }),
                None => dispatch.dispatch(Action::AnalysisFailed {
                    article: kept.id.clone(),
                }),
            }
        }
    });
    use_effect_with(matches!(light, Light::Waiting), |waiting| {
        if !waiting {
            page::say_ready();
        }
    });
}
