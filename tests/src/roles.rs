//! Finding things by role and accessible name, both as the browser itself computes them.

use anyhow::{Context, Result, bail, ensure};
use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::command::Command;
use crate::page::Page;

/// An element of the page.
#[derive(Clone)]
pub struct Found {
    page: Page,
    element: Element,
}

impl Page {
    /// The one visible element with this role and name; waits for it.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub async fn the(&self, role: &str, name: &str) -> Result<Found> {
        self.wait_for_one(None, role, name).await
    }

    /// Whether a visible element with this role and name is there now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        Ok(!self.all(None, role, name).await?.is_empty())
    }

    /// The first element that a CSS selector finds; waits for it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn css(&self, selector: &str) -> Result<Found> {
        let found = async || Ok(self.client().find(Locator::Css(selector)).await.is_ok());
        self.until(&format!("`{selector}` is there"), found).await?;
        let element = self.client().find(Locator::Css(selector)).await?;
        Ok(Found {
            page: self.clone(),
            element,
        })
    }

    /// What a screen reader is told of the first element that a CSS selector finds: its role and its
    /// name, both as the browser computes them; waits for it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn told_of(&self, selector: &str) -> Result<(String, String)> {
        let found = self.css(selector).await?;
        let role = computed(self, &found.element, "computedrole").await?;
        let name = computed(self, &found.element, "computedlabel").await?;
        Ok((role, name))
    }

    async fn wait_for_one(
        &self,
        within: Option<&Element>,
        role: &str,
        name: &str,
    ) -> Result<Found> {
        let there = async || Ok(!self.all(within, role, name).await?.is_empty());
        self.until(&format!("there is a {role} named “{name}”"), there)
            .await?;
        let mut all = self.all(within, role, name).await?;
        ensure!(
            all.len() == 1,
            "{} of role {role} are named “{name}”",
            all.len()
        );
        let element = all.pop().context("it has gone")?;
        Ok(Found {
            page: self.clone(),
            element,
        })
    }

    async fn all(&self, within: Option<&Element>, role: &str, name: &str) -> Result<Vec<Element>> {
        let selector = Locator::Css(selector(role)?);
        let candidates = match within {
            Some(element) => element.find_all(selector).await?,
            None => self.client().find_all(selector).await?,
        };
        let mut found = Vec::new();
        for candidate in candidates {
            // An element may go while the list is read; it then is not what is looked for.
            let named = computed(self, &candidate, "computedlabel")
                .await
                .is_ok_and(|label| label == name);
            if named && candidate.is_displayed().await.unwrap_or(false) {
                found.push(candidate);
            }
        }
        Ok(found)
    }
}

impl Found {
    /// The one visible element within this with the role and name; waits for it.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub async fn the(&self, role: &str, name: &str) -> Result<Self> {
        self.page
            .wait_for_one(Some(&self.element), role, name)
            .await
    }

    /// Scrolls it into view: what is far outside may not even be drawn.
    ///
    /// # Errors
    /// When it has gone.
    pub async fn reveal(&self) -> Result<()> {
        self.script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })")
            .await
            .map(drop)
    }

    /// Clicks it, scrolled into view first.
    ///
    /// # Errors
    /// When something is in the way.
    pub async fn click(&self) -> Result<()> {
        self.reveal().await?;
        Ok(self.element.click().await?)
    }

    /// Types text into it, key by key.
    ///
    /// # Errors
    /// When it takes no text.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.element.send_keys(text).await?)
    }

    /// Its text as it is drawn.
    ///
    /// # Errors
    /// When it has gone.
    pub async fn text(&self) -> Result<String> {
        Ok(self.element.text().await?)
    }

    /// An attribute's value.
    ///
    /// # Errors
    /// When it has gone.
    pub async fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.element.attr(name).await?)
    }

    /// Whether the keyboard is with it.
    ///
    /// # Errors
    /// When it has gone.
    pub async fn has_focus(&self) -> Result<bool> {
        Ok(self
            .script("return document.activeElement === arguments[0]")
            .await?
            == Value::Bool(true))
    }

    /// Puts the keyboard to it.
    ///
    /// # Errors
    /// When it has gone.
    pub async fn focus(&self) -> Result<()> {
        self.script("arguments[0].focus()").await.map(drop)
    }

    async fn script(&self, script: &str) -> Result<Value> {
        let element = serde_json::to_value(&self.element)?;
        self.page.script(script, element).await
    }
}

/// The accessible name or role of an element, asked of the browser.
async fn computed(page: &Page, element: &Element, what: &str) -> Result<String> {
    let path = format!("element/{}/{what}", element.element_id());
    let answer = page.client().issue_cmd(Command::get(path)).await?;
    Ok(answer.as_str().unwrap_or("").to_owned())
}

/// What in our pages can have a role; the browser then is asked for names only.
fn selector(role: &str) -> Result<&'static str> {
    Ok(match role {
        "button" => "button, [role=button], summary",
        "tab" => "[role=tab]",
        "tabpanel" => "[role=tabpanel]",
        "tablist" => "[role=tablist]",
        "toolbar" => "[role=toolbar]",
        "textbox" => {
            "textarea, input:not([type]), input[type=text], input[type=url], [role=textbox], [contenteditable=true]"
        }
        "checkbox" => "input[type=checkbox]",
        "region" => "[role=region], section[aria-label]",
        "searchbox" => "input[type=search]",
        "combobox" => "select",
        "dialog" => "dialog",
        "progressbar" => "progress, [role=progressbar]",
        "link" => "a[href]",
        "heading" => "h1, h2, h3, h4",
        "list" => "ul, ol, [role=list]",
        other => bail!(
            "the harness does not know where to look for {}",
            json!(other)
        ),
    })
}
