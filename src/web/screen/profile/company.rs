//! The firm and its plant: only the name is required.

use std::str::FromStr;

use leptos::html;
use leptos::prelude::*;

use crate::assessment::{CreditCode, CreditCodeFault, Site};
use crate::district::{Choice, District};
use crate::language::Language;
use crate::web::component::field::{ChoiceField, Segments, TextField};
use crate::web::plant::{Plant, plant};
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, text};

/// `asked`: the user wanted to go on without having named the firm.
#[component]
pub fn Company(firm: NodeRef<html::Input>, asked: RwSignal<bool>) -> impl IntoView {
    let plant = plant();
    let name = of_site(plant, |site| site.firm.clone());
    let nameless = Signal::derive(move || asked.get() && name.with(|name| name.trim().is_empty()));
    let name_hint = text(move |language| if nameless.get() { language.firm_is_needed() } else { "" });
    let code = of_site(plant, |site| site.credit_code.clone());
    let district = District::shipped();
    let yes_or_no = || {
        say(|language| vec![(Some(true), language.yes()), (Some(false), language.no()), (None, language.not_given())])
    };
    view! {
        <section class="card">
            <h2>{say(Language::firm_and_plant)}</h2>
            <div class="fields">
                <TextField
                    label=text(Language::firm)
                    value=name
                    on_edit=move |firm| edit(plant, |site| site.firm = firm)
                    hint=name_hint
                    wrong=nameless
                    required=true
                    node=firm
                />
                <TextField
                    label=text(Language::credit_code)
                    value=code
                    on_edit=move |code| edit(plant, |site| site.credit_code = code)
                    hint=text(move |language| language.credit_code_hint(&code.get()))
                    wrong=Signal::derive(move || code.with(|code| looks_wrong(code)))
                />
                <Industry/>
                <ChoiceField
                    label=text(Language::town)
                    choices=choices(&district.towns)
                    value=of_site(plant, |site| site.town.clone())
                    on_edit=move |town| edit(plant, |site| site.town = town)
                />
                <ChoiceField
                    label=text(Language::park)
                    choices=choices(&district.parks)
                    value=of_site(plant, |site| site.park.clone())
                    on_edit=move |park| edit(plant, |site| site.park = park)
                />
                <Segments
                    label=text(Language::above_scale)
                    name="above-scale"
                    choices=Signal::derive(yes_or_no())
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.site.above_scale))
                    on_edit=move |above_scale| edit(plant, |site| site.above_scale = above_scale)
                />
                <Segments
                    label=text(Language::in_new_city)
                    name="new-city"
                    choices=Signal::derive(yes_or_no())
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.site.in_new_city))
                    on_edit=move |in_new_city| edit(plant, |site| site.in_new_city = in_new_city)
                />
                <NumberField
                    label=Language::employees
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.site.employees))
                    on_edit=move |employees| edit(plant, |site| site.employees = employees)
                />
                <NumberField
                    label=Language::revenue
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.site.revenue))
                    on_edit=move |revenue| edit(plant, |site| site.revenue = revenue)
                />
                <TextField
                    label=text(Language::contact)
                    value=of_site(plant, |site| site.contact.clone())
                    on_edit=move |contact| edit(plant, |site| site.contact = contact)
                />
            </div>
            <p><a href=Route::Plant(plant.id(), PlantScreen::Facts).href()>{say(Language::more_company_data)}</a></p>
        </section>
    }
}

/// The division from the list, and the finer code for those who know it.
#[component]
fn Industry() -> impl IntoView {
    let plant = plant();
    let district = District::shipped();
    let code = of_site(plant, |site| site.industry.clone());
    let division = Signal::derive(move || {
        code.with(|code| district.industry(code).map(|found| found.id.clone()).unwrap_or_default())
    });
    let wrong = Signal::derive(move || code.with(|code| !code.is_empty() && district.industry(code).is_none()));
    let choose = move |division: String| {
        edit(plant, |site| {
            if !site.industry.starts_with(&division) || division.is_empty() {
                site.industry = division;
            }
        });
    };
    view! {
        <ChoiceField label=text(Language::industry) choices=choices(&district.industries) value=division on_edit=choose/>
        <TextField
            label=text(Language::industry_code)
            value=code
            on_edit=move |code| edit(plant, |site| site.industry = code.trim().to_owned())
            hint=text(move |language| if wrong.get() { language.industry_code_wrong() } else { language.industry_code_hint() })
            wrong=wrong
            keyboard="numeric"
        />
    }
}

/// A whole number. What is no number stays in the field, marked as not taken; the assessment keeps the last number.
#[component]
fn NumberField<T>(
    label: fn(Language) -> &'static str,
    value: Signal<Option<T>>,
    on_edit: impl Fn(Option<T>) + 'static,
) -> impl IntoView
where
    T: FromStr + ToString + Copy + PartialEq + Send + Sync + 'static,
{
    let number = |typed: &str| typed.trim().replace([',', '，', ' '], "").parse::<T>().ok();
    let typed = RwSignal::new(value.get_untracked().map(|number| number.to_string()).unwrap_or_default());
    let wrong = Signal::derive(move || typed.with(|typed| !typed.trim().is_empty() && number(typed).is_none()));
    // Follows changes from outside, such as another window's.
    Effect::new(move || {
        let value = value.get();
        if typed.with_untracked(|typed| number(typed)) != value && !wrong.get_untracked() {
            typed.set(value.map(|number| number.to_string()).unwrap_or_default());
        }
    });
    let take = move |text: String| {
        let found = number(&text);
        let taken = found.is_some() || text.trim().is_empty();
        typed.set(text);
        if taken {
            on_edit(found);
        }
    };
    view! {
        <TextField
            label=text(label)
            value=typed
            on_edit=take
            hint=text(move |language| if wrong.get() { language.whole_number_needed() } else { "" })
            wrong=wrong
            keyboard="numeric"
        />
    }
}

fn of_site(plant: Plant, part: fn(&Site) -> String) -> Signal<String> {
    Memo::new(move |_| plant.assessment.with(|assessment| part(&assessment.site))).into()
}

fn edit(plant: Plant, change: impl FnOnce(&mut Site)) {
    plant.edit(|assessment| change(&mut assessment.site));
}

/// The list with an empty entry before it.
fn choices(list: &'static [Choice]) -> Signal<Vec<(String, String)>> {
    let named = say(move |language| {
        let empty = (String::new(), language.please_choose().to_owned());
        let entry = |choice: &Choice| {
            let name = choice.name.get(language);
            let is_code = choice.id.bytes().all(|byte| byte.is_ascii_digit());
            (choice.id.clone(), if is_code { format!("{} {name}", choice.id) } else { name.to_owned() })
        };
        std::iter::once(empty).chain(list.iter().map(entry)).collect()
    });
    Signal::derive(named)
}

/// Not while the code is still being typed.
fn looks_wrong(code: &str) -> bool {
    match CreditCode::parse(code) {
        Ok(_) => false,
        Err(CreditCodeFault::Length { found }) => found > 18,
        Err(CreditCodeFault::Character { .. } | CreditCodeFault::CheckDigit { .. }) => true,
    }
}

impl Language {
    /// What there is to say about a code as far as it is typed.
    fn credit_code_hint(self, code: &str) -> String {
        match CreditCode::parse(code) {
            _ if code.trim().is_empty() => String::new(),
            Ok(_) => self.credit_code_right().to_owned(),
            Err(CreditCodeFault::Length { found }) if found < 18 => self.credit_code_short(found),
            Err(fault) => self.credit_code_fault(&fault),
        }
    }
}
