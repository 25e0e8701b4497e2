//! The few icons, drawn on a grid of 20 with the colour of the text around them. They never stand alone for a word.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Back,
    Check,
    Close,
    Flag,
    HalfCircle,
    Menu,
    Moon,
    Next,
    Open,
    Plus,
    Print,
    Save,
    Sun,
    Trash,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Back => "M12 4 6 10l6 6",
            Icon::Check => "m4 10.5 4 4 8-9",
            Icon::Close => "m5 5 10 10M15 5 5 15",
            Icon::Flag => "M5 18V3h10l-2.5 4L15 11H5",
            Icon::HalfCircle => "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 0v14M10 6h4.5M10 10h7M10 14h4.5",
            Icon::Menu => "M3 5h14M3 10h14M3 15h14",
            Icon::Moon => "M16 12.5A7 7 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5Z",
            Icon::Next => "m8 4 6 6-6 6",
            Icon::Open => "M3 16V5h5l2 2h7v9H3Z",
            Icon::Plus => "M10 4v12M4 10h12",
            Icon::Print => "M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6Z",
            Icon::Save => "M10 3v9m-4-4 4 4 4-4M4 16h12",
            Icon::Sun => {
                "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1"
            }
            Icon::Trash => "M4 6h12M8 6V4h4v2m2 0-.7 10H6.7L6 6",
        }
    }
}

#[component]
pub fn Glyph(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=icon.path() fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>
        </svg>
    }
}
