//! A place that files can be dropped on.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::File;

use crate::web::files;

/// Shows `prompt` while files are held above it.
#[component]
pub fn FileDrop(prompt: Signal<String>, on_files: impl Fn(Vec<File>) + 'static, children: Children) -> impl IntoView {
    let above = RwSignal::new(false);
    let carries_files =
        |event: &DragEvent| event.data_transfer().is_some_and(|carried| carried.types().includes(&"Files".into(), 0));
    let over = move |event: DragEvent| {
        if carries_files(&event) {
            event.prevent_default();
            above.set(true);
        }
    };
    let drop = move |event: DragEvent| {
        if carries_files(&event) {
            event.prevent_default();
            above.set(false);
            on_files(files::list(event.data_transfer().and_then(|carried| carried.files())));
        }
    };
    view! {
        <div class="file-drop" class:above=above on:dragover=over on:dragleave=move |_| above.set(false) on:drop=drop>
            {children()}
            <p class="file-drop-prompt" aria-hidden="true">{move || prompt.get()}</p>
        </div>
    }
}
