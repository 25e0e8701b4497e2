//! Fields of a form: a label, what is entered, and what there is to say about it.

use leptos::html;
use leptos::prelude::*;

/// One line of text.
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    on_edit: impl Fn(String) + 'static,
    /// Said below the field; an empty sentence is not shown.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// The hint tells of something to put right.
    #[prop(into, optional)]
    wrong: Signal<bool>,
    /// The keyboard that a phone shows, as in the attribute `inputmode`.
    #[prop(default = "text")]
    keyboard: &'static str,
    #[prop(optional)] required: bool,
    #[prop(optional)] node: NodeRef<html::Input>,
) -> impl IntoView {
    // Only where it differs: writing back what was just typed would end a composition in an input method.
    Effect::new(move || {
        let (Some(node), value) = (node.get(), value.get()) else { return };
        if node.value() != value {
            node.set_value(&value);
        }
    });
    view! {
        <label class="field">
            <span class="field-label" class:required=required>{move || label.get()}</span>
            <input
                type="text"
                node_ref=node
                inputmode=keyboard
                autocomplete="off"
                required=required
                aria-invalid=move || wrong.get().then_some("true")
                on:input=move |event| on_edit(event_target_value(&event))
            />
            <Hint hint wrong/>
        </label>
    }
}

/// Several lines of text, as high as what is in them.
#[component]
pub fn LongTextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] placeholder: Signal<String>,
    #[prop(into)] value: Signal<String>,
    on_edit: impl Fn(String) + 'static,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        let (Some(node), value) = (node.get(), value.get()) else { return };
        if node.value() != value {
            node.set_value(&value);
        }
    });
    let copy = move || if value.with(String::is_empty) { placeholder.get() } else { value.get() };
    view! {
        <label class="field">
            <span class="field-label">{move || label.get()}</span>
            // The stylesheet lets a copy of what is shown set the height.
            <span class="grow" data-text=copy>
                <textarea
                    node_ref=node
                    rows="1"
                    placeholder=move || placeholder.get()
                    on:input=move |event| on_edit(event_target_value(&event))
                ></textarea>
            </span>
        </label>
    }
}

/// One of a list; the first entry stands for none.
#[component]
pub fn ChoiceField(
    #[prop(into)] label: Signal<String>,
    /// Value and name of each entry.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    #[prop(into)] value: Signal<String>,
    on_edit: impl Fn(String) + 'static,
    #[prop(into, optional)] hint: Signal<String>,
) -> impl IntoView {
    let entries = move || {
        let chosen = value.get();
        let entry = |(id, name): (String, String)| {
            let selected = id == chosen;
            view! { <option value=id selected=selected prop:selected=selected>{name}</option> }
        };
        choices.get().into_iter().map(entry).collect_view()
    };
    view! {
        <label class="field">
            <span class="field-label">{move || label.get()}</span>
            <select on:change=move |event| on_edit(event_target_value(&event))>{entries}</select>
            <Hint hint wrong=false/>
        </label>
    }
}

/// A few values side by side, of which one holds.
#[component]
pub fn Segments<T: Copy + PartialEq + Send + Sync + 'static>(
    #[prop(into)] label: Signal<String>,
    name: &'static str,
    /// Value and name of each.
    #[prop(into)]
    choices: Signal<Vec<(T, &'static str)>>,
    #[prop(into)] value: Signal<T>,
    on_edit: impl Fn(T) + Clone + Send + 'static,
) -> impl IntoView {
    let segments = move || {
        let segment = |(choice, words): (T, &'static str)| {
            let on_edit = on_edit.clone();
            view! {
                <label class="segment">
                    <input type="radio" name=name prop:checked=move || value.get() == choice on:change=move |_| on_edit(choice)/>
                    <span>{words}</span>
                </label>
            }
        };
        choices.get().into_iter().map(segment).collect_view()
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{move || label.get()}</legend>
            <div class="segmented">{segments}</div>
        </fieldset>
    }
}

#[component]
fn Hint(hint: Signal<String>, #[prop(into)] wrong: Signal<bool>) -> impl IntoView {
    view! {
        <span class="hint" class:wrong=wrong aria-live="polite">{move || hint.get()}</span>
    }
}
