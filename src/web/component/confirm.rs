//! A question in a dialogue of its own, which the user answers before anything else goes on.

use leptos::html;
use leptos::prelude::*;

/// Shown while `open` is true; Escape sets it to false again. The children hold the sentences and the buttons.
#[component]
pub fn Confirm(open: RwSignal<bool>, #[prop(into)] title: Signal<String>, children: Children) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only on a dialogue that is open already.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="confirm" node_ref=dialog on:close=move |_| open.set(false) aria-label=move || title.get()>
            <h2>{move || title.get()}</h2>
            {children()}
        </dialog>
    }
}
