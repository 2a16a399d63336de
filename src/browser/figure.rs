//! Drawings of the page as files: SVG as it is seen, with its looks written into it, and PNG made of
//! that.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    XmlSerializer,
};

/// What of an element's looks a file has to say itself, because it comes without our style sheet.
const LOOKS: [&str; 12] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
];
/// What only the page needs.
const OF_THE_PAGE: [&str; 6] = [
    "class",
    "role",
    "tabindex",
    "aria-label",
    "aria-hidden",
    "aria-labelledby",
];
/// Dots a CSS pixel in a PNG, so that it prints well.
const SHARPNESS: f64 = 3.0;

/// A drawing as a file's text, with its size in CSS pixels.
struct Drawn {
    svg: String,
    width: f64,
    height: f64,
}

/// Hands the drawing in the element `figure-{id}` to the reader as an SVG file.
pub(crate) fn save_svg(id: &str, title: &str, name: &str) {
    if let Some(drawn) = drawn(id, title) {
        hand_over(&address(&drawn), &format!("{name}.svg"));
    }
}

/// The same as a PNG file.
pub(crate) fn save_png(id: &str, title: &str, name: &str) {
    let Some(drawn) = drawn(id, title) else {
        return;
    };
    let file = format!("{name}.png");
    spawn_local(async move {
        // A browser that cannot draw it has said so on its console; the SVG is still to be had.
        if let Ok(png) = painted(&drawn).await {
            hand_over(&png, &file);
        }
    });
}

/// Hands text to the reader as a file.
pub(crate) fn save_text(text: &str, file: &str) {
    let text: String = js_sys::encode_uri_component(text).into();
    hand_over(&format!("data:text/plain;charset=utf-8,{text}"), file);
}

fn drawn(id: &str, title: &str) -> Option<Drawn> {
    let seen = document()
        .query_selector(&format!("#figure-{id} svg"))
        .ok()??;
    let copy: Element = seen.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    write_looks(&seen, &copy)?;
    let (own, copied) = (
        seen.query_selector_all("*").ok()?,
        copy.query_selector_all("*").ok()?,
    );
    for index in 0..own.length() {
        let (one, other) = (own.get(index)?, copied.get(index)?);
        write_looks(one.dyn_ref()?, other.dyn_ref()?)?;
    }
    let view = seen.get_attribute("viewBox")?;
    let mut numbers = view
        .split_whitespace()
        .filter_map(|n| n.parse::<f64>().ok());
    let (width, height) = (numbers.nth(2)?, numbers.next()?);
    set(&copy, "xmlns", "http://www.w3.org/2000/svg")?;
    set(&copy, "width", &width.to_string())?;
    set(&copy, "height", &height.to_string())?;
    // The paper first, or a dark drawing would be lost on white.
    let paper = svg_element("rect")?;
    set(&paper, "width", &width.to_string())?;
    set(&paper, "height", &height.to_string())?;
    set(
        &paper,
        "fill",
        &look(&document().body()?.into(), "background-color")?,
    )?;
    let name = svg_element("title")?;
    name.set_text_content(Some(title));
    copy.insert_before(&paper, copy.first_child().as_ref())
        .ok()?;
    copy.insert_before(&name, copy.first_child().as_ref())
        .ok()?;
    let svg = XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()?;
    Some(Drawn { svg, width, height })
}

fn write_looks(seen: &Element, copy: &Element) -> Option<()> {
    for name in LOOKS {
        let value = look(seen, name)?;
        if !value.is_empty() {
            set(copy, name, &value)?;
        }
    }
    for name in OF_THE_PAGE {
        copy.remove_attribute(name).ok()?;
    }
    Some(())
}

fn look(element: &Element, name: &str) -> Option<String> {
    let style = window().get_computed_style(element).ok()??;
    style.get_property_value(name).ok()
}

fn set(element: &Element, name: &str, value: &str) -> Option<()> {
    element.set_attribute(name, value).ok()
}

fn svg_element(name: &str) -> Option<Element> {
    document()
        .create_element_ns(Some("http://www.w3.org/2000/svg"), name)
        .ok()
}

fn address(drawn: &Drawn) -> String {
    let text: String = js_sys::encode_uri_component(&drawn.svg).into();
    format!("data:image/svg+xml;charset=utf-8,{text}")
}

async fn painted(drawn: &Drawn) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&address(drawn));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let (width, height) = (drawn.width * SHARPNESS, drawn.height * SHARPNESS);
    // Both are a few thousand at most.
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    canvas.to_data_url_with_type("image/png")
}

fn hand_over(address: &str, file: &str) {
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|e| e.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(address);
        link.set_download(file);
        link.click();
    }
}
