//! A reader adds a note, accepts one suggestion, rejects another, undoes and redoes; all of it is
//! still there after a reload.

use anyhow::{Result, ensure};
use sourcelight_e2e::Page;

use crate::steps::{
    accepted, finding_becomes, note_is_listed, press_on_claim, rejected, saved, suggested,
    suggested_claims, write_note,
};

const NOTE: &str = "Who counted the losses? 🙂";

async fn what_the_reader_did_is_kept(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, NOTE).await?;
    ensure!(
        page.marks().await?.iter().any(|mark| mark.is("note")),
        "the note is not marked in the text"
    );

    let claims = suggested_claims(&page).await?;
    let [first, .., last] = claims.as_slice() else {
        anyhow::bail!("too few claims: {claims:?}")
    };
    press_on_claim(&page, first, "Accept").await?;
    finding_becomes(&page, first, "accepted", accepted).await?;
    ensure!(
        page.marks_of(first)
            .await?
            .iter()
            .any(|mark| mark.origin == "machine"),
        "accepting a suggestion does not change who made it"
    );
    press_on_claim(&page, last, "Reject").await?;
    finding_becomes(&page, last, "rejected", rejected).await?;

    page.the("button", "Undo").await?.click().await?;
    finding_becomes(&page, last, "suggested again", suggested).await?;
    page.the("button", "Redo").await?.click().await?;
    finding_becomes(&page, last, "rejected again", rejected).await?;

    saved(&page).await?;
    page.reload().await?;
    finding_becomes(&page, first, "still accepted", accepted).await?;
    finding_becomes(&page, last, "still rejected", rejected).await?;
    note_is_listed(&page, NOTE).await
}

in_both_browsers!(what_the_reader_did_is_kept);
