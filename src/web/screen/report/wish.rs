//! How the report is wanted: its extent, its parts, what it stands beside, and the brand of whoever hands it over.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use time::format_description::well_known::Rfc3339;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Event, File, HtmlCanvasElement, ImageBitmap};

use super::benchmark::{self, BenchmarkField};
use crate::benchmark::Benchmark;
use crate::language::Language;
use crate::order::{Accent, Extent, LogoFault, Section};
use crate::web::clock;
use crate::web::component::field::{Segments, TextField};
use crate::web::file_worker::message::Wanted;
use crate::web::files;
use crate::web::session::{Tone, say, session, text};
use crate::web::storage;

/// The names of the preferences that keep the brand.
const ACCENT: &str = "report-accent";
const LOGO: &str = "report-logo";

/// The most pixels along a logo's side: 5 cm at 300 dpi.
const LOGO_SIDE: f64 = 600.0;

/// What is chosen on the report screen. The brand and the benchmark are kept on the device.
#[derive(Clone, Copy)]
pub struct Wish {
    extent: RwSignal<Extent>,
    without: RwSignal<BTreeSet<Section>>,
    /// As typed.
    accent: RwSignal<String>,
    /// A PNG in Base64.
    logo: RwSignal<Option<String>>,
    benchmark: RwSignal<Option<Benchmark>>,
}

impl Wish {
    pub fn of_this_device() -> Wish {
        Wish {
            extent: RwSignal::new(Extent::default()),
            without: RwSignal::new(BTreeSet::new()),
            accent: RwSignal::new(storage::preference(ACCENT).unwrap_or_default()),
            logo: RwSignal::new(storage::preference(LOGO)),
            benchmark: RwSignal::new(benchmark::kept()),
        }
    }

    /// In words for the file worker. What was typed and is no accent is none.
    pub fn wanted(self, language: Language) -> Option<Wanted> {
        Some(Wanted {
            language: language.tag().to_owned(),
            made: clock::now().format(&Rfc3339).ok()?,
            extent: self.extent.get_untracked().id().to_owned(),
            without: self.without.with_untracked(|without| without.iter().map(|it| it.id().to_owned()).collect()),
            accent: self.accent.with_untracked(|typed| Accent::parse(typed).ok()).map(Accent::to_hex),
            logo: self.logo.get_untracked(),
            benchmark: self.benchmark.with_untracked(|benchmark| benchmark.as_ref().map(Benchmark::write)),
        })
    }
}

#[component]
pub fn WishFields(wish: Wish) -> impl IntoView {
    let extents = move |language: Language| Extent::ALL.map(|extent| (extent, language.extent_name(extent))).to_vec();
    view! {
        <Segments label=text(Language::how_long) name="report-extent" choices=Signal::derive(say(extents))
            value=wish.extent on_edit=move |chosen| wish.extent.set(chosen)/>
        <p class="muted small">{say(move |language| language.extent_meaning(wish.extent.get()))}</p>
        <Show when=move || wish.extent.get() != Extent::Summary>
            <Parts wish/>
        </Show>
        <BenchmarkField benchmark=wish.benchmark/>
        <BrandFields wish/>
    }
}

#[component]
fn Parts(wish: Wish) -> impl IntoView {
    let part = move |section: Section| {
        let chosen = move || wish.without.with(|without| !without.contains(&section));
        let turn = move |_| {
            wish.without.update(|without| {
                if !without.remove(&section) {
                    without.insert(section);
                }
            });
        };
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" prop:checked=chosen on:change=turn/>
                    <span>{say(move |language| language.section_name(section))}</span>
                </label>
            </li>
        }
    };
    let parts = move || wish.extent.get().sections().iter().map(|section| part(*section)).collect_view();
    view! {
        <details>
            <summary>{say(Language::choose_parts)}</summary>
            <p class="muted small">{say(Language::parts_always)}</p>
            <ul class="parts">{parts}</ul>
        </details>
    }
}

#[component]
fn BrandFields(wish: Wish) -> impl IntoView {
    let session = session();
    let fault = move || {
        wish.accent.with(|typed| match typed.trim() {
            "" => None,
            typed => Accent::parse(typed).err(),
        })
    };
    let hint = say(move |language| match fault() {
        Some(fault) => language.accent_fault(fault),
        None => language.accent_example().to_owned(),
    });
    let edit = move |typed: String| {
        storage::prefer(ACCENT, Some(typed.trim()).filter(|typed| Accent::parse(typed).is_ok()));
        wish.accent.set(typed);
    };
    let keep = move |logo: Option<String>| {
        storage::prefer(LOGO, logo.as_deref());
        wish.logo.set(logo);
    };
    let chosen = move |event: Event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            match as_png(&file).await {
                Ok(png) => keep(Some(png)),
                Err(_) => session.tell(Tone::Trouble, |language| language.logo_fault(LogoFault::NoPng)),
            }
        });
    };
    view! {
        <details>
            <summary>{say(Language::own_brand)}</summary>
            <p class="muted small">{say(Language::brand_kept)}</p>
            <div class="fields">
                <TextField label=text(Language::accent_colour) value=wish.accent on_edit=edit
                    hint=Signal::derive(hint) wrong=Signal::derive(move || fault().is_some())/>
            </div>
            <div class="actions">
                <label class="button">
                    <input class="unseen" type="file" accept="image/*" on:change=chosen/>
                    <span>{say(Language::choose_logo)}</span>
                </label>
                <Show when=move || wish.logo.with(Option::is_some)>
                    <button type="button" on:click=move |_| keep(None)>{say(Language::remove_logo)}</button>
                </Show>
            </div>
        </details>
    }
}

/// Any picture that the browser can read, no larger than needed, as a PNG in Base64.
async fn as_png(file: &File) -> Result<String, JsValue> {
    let picture: ImageBitmap = JsFuture::from(window().create_image_bitmap_with_blob(file)?).await?.dyn_into()?;
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (LOGO_SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, width, height)?;
    let address = canvas.to_data_url_with_type("image/png")?;
    address.strip_prefix("data:image/png;base64,").map(str::to_owned).ok_or(JsValue::NULL)
}
