//! Which letter stands where on a page.

use std::sync::Arc;

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt,
    font::{Glyph, GlyphRun},
    hayro_cmap::BfString,
    interpret_page,
    kurbo::{Affine, BezPath, Point, Rect},
};
use hayro_syntax::{Pdf, page::Page};

/// Takes the place of the fonts that a PDF need not bring along: their letters and widths are known from
/// tables, and nothing is drawn.
static BLANK: &[u8] = include_bytes!("../../../data/blank.ttf");
/// The font's units to an em (ISO 32000, 9.2.4).
const UNITS: f64 = 1000.0;

/// A letter, or a few that one glyph stands for, in points from the page's top left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) text: String,
    /// The left end of its baseline.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// The height of an em.
    pub(super) size: f64,
    pub(super) bold: bool,
}

/// Reads pages and counts what it meets.
#[derive(Default)]
pub(super) struct Letters {
    /// All letters read so far.
    pub(super) count: usize,
    /// Letters of which the PDF does not say what they are.
    pub(super) unreadable: usize,
    /// Pictures.
    pub(super) pictures: usize,
}

/// The most letters of one page; a broadsheet has twenty thousand.
const MOST_ON_PAGE: usize = 200_000;

impl Letters {
    /// The letters of `page` in the order in which they are drawn.
    pub(super) fn read(&mut self, pdf: &Pdf, page: &Page<'_>) -> Vec<Letter> {
        let settings = InterpreterSettings {
            font_resolver: Arc::new(|_| Some((Arc::new(BLANK), 0))),
            // Comments, stamps and fields are no part of the text.
            render_content: RenderContent::PAGE,
            ..InterpreterSettings::default()
        };
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let cache = InterpreterCache::new();
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        let mut collector = Collector {
            found: Vec::new(),
            unreadable: 0,
            pictures: 0,
            area,
        };
        interpret_page(page, &mut context, &mut collector);
        self.count += collector.found.len();
        self.unreadable += collector.unreadable;
        self.pictures += collector.pictures;
        collector.found
    }
}

struct Collector {
    found: Vec<Letter>,
    unreadable: usize,
    pictures: usize,
    area: Rect,
}

impl Collector {
    fn add(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        if self.found.len() >= MOST_ON_PAGE {
            return;
        }
        let at = transform * Point::ZERO;
        let up = transform * Point::new(0.0, UNITS) - at;
        let along = transform * Point::new(UNITS, 0.0) - at;
        let size = up.hypot();
        // Text that stands on its side is a margin's or a watermark's.
        let level = along.y.abs() * 4.0 <= along.x;
        let sane = size.is_finite() && (1.0..2_000.0).contains(&size);
        if !level || !sane || !self.area.inflate(2.0, 2.0).contains(at) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(s)) => s,
            None => {
                self.unreadable += 1;
                "\u{fffd}".to_owned()
            }
        };
        let (advance, bold) = match glyph {
            Glyph::Outline(outline) => (outline.advance_width(), is_bold(outline)),
            Glyph::Type3(drawn) => (drawn.advance_width().map(|_| 500.0), false),
        };
        let width = f64::from(advance.unwrap_or(500.0).clamp(0.0, 4_000.0)) / UNITS * size;
        let text: String = text.chars().flat_map(plain).collect();
        self.found.push(Letter {
            text,
            x: at.x,
            y: at.y,
            width,
            size,
            bold,
        });
    }
}

fn is_bold(outline: &hayro_interpret::font::OutlineGlyph) -> bool {
    outline.font_data().is_some_and(|data| {
        let name = data
            .postscript_name
            .unwrap_or_default()
            .to_ascii_lowercase();
        data.weight.is_some_and(|w| w >= 600) || name.contains("bold") || name.contains("black")
    })
}

/// `c` as prose writes it: ligatures as their letters, control characters as nothing.
fn plain(c: char) -> Vec<char> {
    match c {
        '\u{fb00}' => vec!['f', 'f'],
        '\u{fb01}' => vec!['f', 'i'],
        '\u{fb02}' => vec!['f', 'l'],
        '\u{fb03}' => vec!['f', 'f', 'i'],
        '\u{fb04}' => vec!['f', 'f', 'l'],
        '\u{fb05}' | '\u{fb06}' => vec!['s', 't'],
        '\u{132}' => vec!['I', 'J'],
        '\u{133}' => vec!['i', 'j'],
        // Signs of lists in symbol fonts, which stand in the private use area.
        '\u{f06e}' | '\u{f076}' | '\u{f0a7}' | '\u{f0a8}' | '\u{f0b7}' | '\u{f0d8}' => vec!['•'],
        '\u{a0}' | '\t' | '\n' | '\r' => vec![' '],
        c if c.is_control() => Vec::new(),
        c => vec![c],
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.add(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
