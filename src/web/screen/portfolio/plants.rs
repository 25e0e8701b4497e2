//! The plants: a table, a line each, ordered by whichever column the reader chooses.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::intake::Collection;
use super::table_name;
use crate::assessment::AssessmentId;
use crate::district::{self, District};
use crate::exact::Exact;
use crate::language::Language;
use crate::portfolio::{self, Plant, Summary};
use crate::questionnaire::Level;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::component::table_scroll::TableScroll;
use crate::web::files;
use crate::web::session::{say, session};

/// What the table can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Firm,
    Town,
    Industry,
    Level,
    Total,
    Completeness,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Order {
    column: Column,
    descending: bool,
}

#[component]
pub fn Plants(collection: Collection, summaries: Memo<Vec<Summary>>) -> impl IntoView {
    let session = session();
    let language = session.language;
    let order = RwSignal::new(Order { column: Column::Firm, descending: false });
    let lines = move || {
        let counted: BTreeSet<AssessmentId> =
            summaries.with(|all| all.iter().flat_map(|summary| summary.counted.clone()).collect());
        collection.portfolio.with(|portfolio| {
            let mut lines: Vec<Line> = portfolio
                .plants()
                .into_iter()
                .map(|plant| Line::of(plant, counted.contains(&plant.assessment().id), language.get()))
                .collect();
            order.get().sort(&mut lines);
            lines.into_iter().map(|line| line.view(language.get())).collect_view()
        })
    };
    let save = move |_| {
        let language = language.get_untracked();
        let table = collection.portfolio.with_untracked(|portfolio| portfolio::table(portfolio, language));
        files::save_table(session, &table_name(language.table_file()), &table);
    };
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{say(Language::plants_table)}</h2>
                <button class="primary" type="button" on:click=save><Glyph icon=Icon::Save/>{say(Language::save_table)}</button>
            </div>
            <TableScroll>
                <table class="plants">
                    <thead>
                        <tr>{Column::ALL.map(|column| view! { <Head column order/> }).collect_view()}</tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </TableScroll>
        </section>
    }
}

/// A column's heading: a button that orders the table by it, and turns the order round at the second press.
#[component]
fn Head(column: Column, order: RwSignal<Order>) -> impl IntoView {
    let sorted = move || {
        let order = order.get();
        (order.column == column).then_some(if order.descending { "descending" } else { "ascending" })
    };
    let sort = move |_| {
        order.update(|order| {
            let turned = order.column == column && !order.descending;
            // Of numbers, the highest are wanted first.
            let descending = if order.column == column { turned } else { column.is_number() };
            *order = Order { column, descending };
        });
    };
    view! {
        <th scope="col" class:number=column.is_number() aria-sort=sorted>
            <button class="quiet sort" type="button" aria-label=say(move |language| language.sort_by(column.name(language))) on:click=sort>
                {say(move |language| column.name(language))}
            </button>
        </th>
    }
}

impl Column {
    const ALL: [Column; 6] =
        [Column::Firm, Column::Town, Column::Industry, Column::Level, Column::Total, Column::Completeness];

    fn name(self, language: Language) -> &'static str {
        match self {
            Column::Firm => language.firm(),
            Column::Town => language.town(),
            Column::Industry => language.industry(),
            Column::Level => language.level(),
            Column::Total => language.total(),
            Column::Completeness => language.completeness(),
        }
    }

    fn is_number(self) -> bool {
        matches!(self, Column::Total | Column::Completeness)
    }
}

impl Order {
    /// Lines that are equal in the column stay in the portfolio's own order.
    fn sort(self, lines: &mut [Line]) {
        lines.sort_by(|one, other| {
            let (one, other) = if self.descending { (other, one) } else { (one, other) };
            match self.column {
                Column::Firm => one.firm.cmp(&other.firm),
                Column::Town => one.town.cmp(&other.town),
                Column::Industry => one.industry.cmp(&other.industry),
                Column::Level => (one.worst, one.best).cmp(&(other.worst, other.best)),
                Column::Total => one.total.cmp(&other.total),
                Column::Completeness => one.completeness.cmp(&other.completeness),
            }
        });
    }
}

/// A plant as the table shows it.
struct Line {
    file: String,
    firm: String,
    town: String,
    industry: String,
    worst: Option<Level>,
    best: Option<Level>,
    total: Exact,
    /// The totals if everything open turns out worst, and best; `None` when nothing is open.
    range: Option<(Exact, Exact)>,
    completeness: Exact,
    remarks: Vec<String>,
}

impl Line {
    fn of(plant: &Plant, counted: bool, language: Language) -> Line {
        let site = &plant.assessment().site;
        let district = District::shipped();
        let opened = &plant.opened;
        let outcome = &opened.scorecard.plant;
        let (worst, best) = (&outcome.band.worst, &outcome.band.best);
        let mut remarks = language.remarks_on(opened);
        if opened.questionnaire.own_files().is_some() {
            remarks.push(language.answers_own(opened.questionnaire.title.get(language)));
        }
        if !counted {
            remarks.push(language.not_counted_again().to_owned());
        }
        let industry = district.industry(&site.industry).map(|choice| choice.name.get(language));
        Line {
            file: plant.file.clone(),
            firm: site.firm.clone(),
            town: district::name(&district.towns, &site.town, language).to_owned(),
            industry: industry.unwrap_or(&site.industry).to_owned(),
            worst: worst.reached,
            best: best.reached,
            total: outcome.total.clone(),
            range: (worst.total != best.total).then(|| (worst.total.clone(), best.total.clone())),
            completeness: outcome.tally.completeness(),
            remarks,
        }
    }

    fn view(self, language: Language) -> impl IntoView + use<> {
        let level = if self.worst == self.best {
            let class = format!("level-tag level-tag-{}", self.worst.map_or(0, Level::number));
            view! { <span class=class>{language.level_short(self.worst)}</span> }.into_any()
        } else {
            let [worst, best] = [self.worst, self.best].map(|level| language.level_short(level));
            view! {
                <span class="level-tag">{language.level_open()}</span>
                <span class="range">{format!("{worst}–{best}")}</span>
            }
            .into_any()
        };
        let firm = if self.firm.trim().is_empty() { language.firm_without_name().to_owned() } else { self.firm };
        let range = self.range.map(|(worst, best)| {
            view! { <span class="range">{format!("{}–{}", worst.floor(2), best.floor(2))}</span> }
        });
        let remarks =
            self.remarks.into_iter().map(|remark| view! { <span class="range">{remark}</span> }).collect_view();
        view! {
            <tr>
                <th scope="row" title=self.file>{firm} {remarks}</th>
                <td>{self.town}</td>
                <td>{self.industry}</td>
                <td>{level}</td>
                <td class="number">{self.total.floor(2)} {range}</td>
                <td class="number">{language.percent(&self.completeness.percent())}</td>
            </tr>
        }
    }
}
