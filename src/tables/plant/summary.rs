//! The summary: the firm, the assessment, and the result in a few lines.

use super::{Plant, score};
use crate::district::{self, District};
use crate::scoring::Tally;
use crate::tables::{Cell, Column, Table};

pub fn table(plant: &Plant) -> Table {
    let language = plant.language;
    let mut rows = Vec::new();
    firm(plant, &mut rows);
    assessment(plant, &mut rows);
    result(plant, &mut rows);
    tally(plant, &plant.scorecard.plant.tally, &mut rows);
    rows.push(row(language.explanation(), Cell::text(language.not_a_certification()), ""));
    Table {
        name: language.sheet_summary().to_owned(),
        columns: vec![
            Column::new(language.item(), 30),
            Column::new(language.value(), 50),
            Column::new(language.explanation(), 50),
        ],
        rows,
    }
}

fn firm(plant: &Plant, rows: &mut Vec<Vec<Cell>>) {
    let language = plant.language;
    let site = &plant.assessment.site;
    let district = District::shipped();
    let industry = district.industry(&site.industry).map_or("", |industry| industry.name.get(language));
    let said = |answer: Option<bool>| match answer {
        Some(true) => Cell::text(language.yes()),
        Some(false) => Cell::text(language.no()),
        None => Cell::Empty,
    };
    let variant = plant.questionnaire.variant(&plant.assessment.variant);
    let variant = variant.map_or(plant.assessment.variant.as_str(), |variant| variant.name.get(language));
    rows.extend([
        row(language.firm(), Cell::text(&site.firm), ""),
        row(language.credit_code(), Cell::text(&site.credit_code), ""),
        row(language.industry(), Cell::text(&site.industry), industry),
        row(language.town(), Cell::text(district::name(&district.towns, &site.town, language)), ""),
        row(language.park(), Cell::text(district::name(&district.parks, &site.park, language)), ""),
        row(language.above_scale(), said(site.above_scale), ""),
        row(language.in_new_city(), said(site.in_new_city), ""),
        row(language.manufacturing_type(), Cell::text(variant), ""),
        row(language.employees(), site.employees.map_or(Cell::Empty, Cell::number), ""),
        row(language.revenue(), site.revenue.map_or(Cell::Empty, Cell::number), ""),
        row(language.contact(), Cell::text(&site.contact), ""),
    ]);
}

fn assessment(plant: &Plant, rows: &mut Vec<Vec<Cell>>) {
    let language = plant.language;
    let (assessment, questionnaire) = (plant.assessment, plant.questionnaire);
    let edition = language.title_and_edition(questionnaire.title.get(language), &questionnaire.version);
    let target = language.level_reached(Some(assessment.target), questionnaire);
    rows.extend([
        row(language.kind(), Cell::text(language.kind_name(assessment.kind)), ""),
        row(language.assessor(), Cell::text(&assessment.assessor), ""),
        row(language.last_change(), Cell::text(language.date(assessment.changed)), ""),
        row(language.questionnaire(), Cell::text(edition), questionnaire.model.get(language)),
        row(language.target_level(), Cell::text(target), ""),
    ]);
}

fn result(plant: &Plant, rows: &mut Vec<Vec<Cell>>) {
    let language = plant.language;
    let outcome = &plant.scorecard.plant;
    let level = |reached| Cell::text(language.level_reached(reached, plant.questionnaire));
    if !outcome.is_known() {
        rows.push(row(language.level(), Cell::text(language.no_level_yet()), ""));
        return;
    }
    let still_open = match outcome.tally.open() {
        0 => String::new(),
        open => language.report_open_title(open),
    };
    rows.extend([
        row(language.level(), level(outcome.reached), &still_open),
        row(language.lowest_level(), level(outcome.band.worst.reached), ""),
        row(language.highest_level(), level(outcome.band.best.reached), ""),
        row(language.total(), score(&outcome.total), ""),
        row(language.lowest_total(), score(&outcome.band.worst.total), ""),
        row(language.highest_total(), score(&outcome.band.best.total), ""),
    ]);
    for cell in &outcome.cells {
        let name = language.score_at(&cell.level.to_string());
        rows.push(row(&name, cell.score.as_ref().map_or(Cell::text(language.chart_not_rated()), score), ""));
    }
    rows.push(row(language.gate(), score(&plant.questionnaire.gate), ""));
    if let Some(next) = &plant.scorecard.next {
        let name = language.report_distance_to(&language.level_reached(Some(next.level), plant.questionnaire));
        rows.push(row(language.report_distance(), Cell::number(next.missing.ceil(2)), &name));
    }
}

/// How many requirements have which kind of answer.
fn tally(plant: &Plant, tally: &Tally, rows: &mut Vec<Vec<Cell>>) {
    let language = plant.language;
    rows.push(row(language.completeness(), Cell::percent(tally.completeness().percent()), ""));
    rows.push(row(language.requirements(), Cell::number(tally.asked), ""));
    for (meaning, count) in plant.questionnaire.ratings.iter().zip(tally.rated) {
        rows.push(row(meaning.name.get(language), Cell::number(count), ""));
    }
    rows.extend([
        row(language.not_applicable(), Cell::number(tally.not_applicable), ""),
        row(language.unknown(), Cell::number(tally.unknown), ""),
        row(language.unanswered(), Cell::number(tally.unanswered), ""),
    ]);
}

fn row(name: &str, value: Cell, remark: &str) -> Vec<Cell> {
    vec![Cell::text(name), value, Cell::text(remark)]
}
