//! The scores: the radar, the strongest and weakest sub-domains, and every dimension in a table.

use super::{Writer, narrative, score};
use crate::assessment::{Kind, Part};
use crate::chart::{self, RadarOf, Sheet};
use crate::distribution::{Band, Distribution};
use crate::drawing::Ink;
use crate::language::Language;
use crate::order::Section;
use crate::questionnaire::Level;
use crate::report::block::{Align, Cell, Column, Row, RowKind, Text};
use crate::scoring::{self, Node, Outcome};

/// How many of the strongest and of the weakest sub-domains are named.
const NAMED: usize = 3;

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_scores());
    if report.scorecard.plant.tally.rated() == 0 {
        return report.say(language.report_nothing_yet());
    }
    table(report);
    let mut note = language.report_scores_note(&score(&report.questionnaire.gate));
    if report.order.has(Section::Method) {
        note.push_str(language.sentence_gap());
        note.push_str(language.report_weights_scaled());
    }
    report.remark(note);
    if report.order.is_full() {
        let bars = chart::level_bars(report.scorecard, report.questionnaire, Sheet::Page, language);
        report.figure(language.report_level_bars(), bars);
    }
    if report.scorecard.plant.is_known() {
        comparison(report);
        benchmark(report);
    }
    missing_points(report);
    report.section(language.report_sub_domains());
    let radar = chart::radar(report.scorecard, report.questionnaire, RadarOf::SubDomains, Sheet::Page, language);
    report.figure(language.report_radar(), radar);
    best_and_worst(report);
    if report.order.is_full() {
        let map = chart::heat_map(report.scorecard, report.questionnaire, Sheet::Page, language);
        report.figure(language.report_heat_map(), map);
    }
}

/// The level at work, sub-domain by sub-domain: how far each is from the gate, and what it costs the plant.
fn missing_points(report: &mut Writer) {
    let language = report.language;
    let (scorecard, questionnaire) = (report.scorecard, report.questionnaire);
    let Some(level) = report.scorecard.level_at_work() else { return };
    let cell = scorecard.plant.cell(level);
    let Some(value) = cell.and_then(|cell| cell.score.as_ref()) else { return };
    report.section(language.report_where_missing(&level.to_string()));
    let sentence = narrative::missing(report, level, value);
    report.say(sentence);
    let fall = chart::waterfall(scorecard, questionnaire, level, Sheet::Page, language);
    report.figure(&language.report_waterfall(&level.to_string()), fall);
    if report.order.is_full() {
        let bars = chart::weighted_bars(scorecard, questionnaire, level, Sheet::Page, language);
        report.figure(&language.report_weighted_bars(&level.to_string()), bars);
    }
}

/// Beside what was published of others. Only questionnaires of the standard's levels can stand there.
fn comparison(report: &mut Writer) {
    let language = report.language;
    if !report.assessment.edition.is_shipped() {
        return;
    }
    report.section(language.report_others());
    let own = report.scorecard.level_is_certain().then(|| Band::of(report.scorecard.plant.reached));
    let figure = chart::comparison(Distribution::shipped(), own, Sheet::Page, language);
    report.figure(language.report_comparison(), figure);
    let kind = match report.assessment.kind {
        Kind::SelfAssessment => language.report_comparison_self(),
        Kind::OnSite => language.report_comparison_on_site(),
    };
    report.remark(format!("{}{}{kind}", language.report_comparison_note(), language.sentence_gap()));
}

/// Beside the firms of a benchmark file, if the order has one.
fn benchmark(report: &mut Writer) {
    let language = report.language;
    let Some(benchmark) = &report.order.benchmark else { return };
    report.section(language.report_benchmark_section());
    if benchmark.questionnaire != report.questionnaire.id {
        report.say(language.report_benchmark_of_other(&language.benchmark_name(&benchmark.name)));
        return;
    }
    let figure = chart::benchmark(benchmark, report.scorecard.plant.reached, Sheet::Page, language);
    report.figure(language.report_benchmark_figure(), figure);
    report.remark(language.report_benchmark_note());
}

/// Names the ends of the radar's ranking, when enough is rated for them not to overlap. What equals the other end is
/// not named.
fn best_and_worst(report: &mut Writer) {
    let language = report.language;
    let mut ranking: Vec<&Node> = report.scorecard.sub_domains().filter(|node| node.outcome.is_known()).collect();
    if ranking.len() < 2 * NAMED {
        return;
    }
    // Stable, so that equals stay in the questionnaire's order.
    ranking.sort_by(|one, other| other.outcome.total.cmp(&one.outcome.total));
    let highest = &ranking[0].outcome.total;
    let lowest = &ranking[ranking.len() - 1].outcome.total;
    if highest == lowest {
        return;
    }
    let best: Vec<&Node> = ranking.iter().copied().filter(|node| node.outcome.total > *lowest).collect();
    let worst: Vec<&Node> = ranking.iter().rev().copied().filter(|node| node.outcome.total < *highest).collect();
    let (best, worst) = (end(report, &best), end(report, &worst));
    report.say(language.report_best_and_worst(&best, &worst));
}

/// The first of a ranking, with all that equal the last one named; too many equals are counted, not named.
fn end(report: &Writer, ranking: &[&Node]) -> String {
    let language = report.language;
    let mut parts = Vec::new();
    let mut named = 0;
    for equals in ranking.chunk_by(|one, other| one.outcome.total == other.outcome.total) {
        let total = score(&equals[0].outcome.total);
        if named + equals.len() > 2 * NAMED {
            parts.push(language.report_count_and_score(equals.len(), &total));
        } else {
            parts
                .extend(equals.iter().map(|node| language.report_name_and_score(report.name(&node.dimension), &total)));
        }
        named += equals.len();
        if named >= NAMED {
            break;
        }
    }
    language.in_a_sentence(&parts)
}

fn table(report: &mut Writer) {
    let language = report.language;
    let Some(level) = report.scorecard.level_at_work() else { return };
    let plant = &report.scorecard.plant;
    let mut columns = vec![
        Column::new(language.report_dimension(), 3.8, Align::Start),
        Column::new(language.weight(), 1.2, Align::End),
    ];
    columns.extend(
        plant
            .cells
            .iter()
            .map(|cell| Column::new(language.report_level_score(&cell.level.to_string()), 1.4, Align::End)),
    );
    columns.push(Column::new(language.report_bar(&level.to_string()), 1.9, Align::Start));
    columns.push(Column::new(language.level(), 1.75, Align::Start));
    if plant.tally.open() > 0 {
        columns.push(Column::new(language.report_open_count(), 1.0, Align::End));
    }

    // Those who decide read elements and domains, not all that is below.
    let shown = |node: &&Node| report.order.is_full() || node.depth < 2;
    let mut rows: Vec<Row> = report.scorecard.nodes.iter().filter(shown).map(|node| row(report, node, level)).collect();
    let mut cells = vec![Cell::text(language.report_plant()), Cell::text("100%")];
    cells.extend(outcome_cells(plant, level, report));
    rows.push(Row { kind: RowKind::Total, cells });
    let title = language.report_scores_table();
    // To be seen at one glance; those who decide have a few rows.
    match report.order.is_full() {
        true => report.whole_table(title, columns, rows),
        false => report.table(title, columns, rows),
    }
}

fn row(report: &Writer, node: &Node, level: Level) -> Row {
    let language = report.language;
    let name = report.name(&node.dimension);
    let indent = node.depth.min(3) as u8;
    let text = if node.leaf || node.depth == 0 { Text::plain(name) } else { Text::bold(name) };
    let mut cells = vec![Cell::Text { text, indent, dot: None }];
    if node.part == Part::Included {
        cells.push(Cell::text(node.weight.map_or("–".to_owned(), |weight| format!("{weight}%"))));
        cells.extend(outcome_cells(&node.outcome, level, report));
    } else {
        cells.push(Cell::text("–"));
        cells.extend(node.outcome.cells.iter().map(|_| Cell::text("–")));
        cells.push(Cell::text(""));
        let absent = match node.part {
            Part::NotInVariant => language.report_not_in_model(),
            _ => language.tailored_out(),
        };
        cells.push(Cell::text(super::muted(absent)));
    }
    let kind = if node.depth == 0 { RowKind::Group } else { RowKind::Plain };
    Row { kind, cells }
}

/// Scores, bar, level and open requirements.
fn outcome_cells(outcome: &Outcome, level: Level, report: &Writer) -> Vec<Cell> {
    let language = report.language;
    let mut cells: Vec<Cell> = outcome.cells.iter().map(|cell| Cell::text(printed(cell, language))).collect();
    let at_work = outcome.cell(level).and_then(|cell| cell.score.as_ref());
    cells.push(match at_work {
        Some(value) => Cell::Bar {
            share: value.approximate(),
            ink: Ink::Accent,
            mark: Some(report.questionnaire.gate.approximate()),
        },
        None => Cell::text(""),
    });
    cells.push(if !outcome.is_known() {
        Cell::text("–")
    } else {
        Cell::Text {
            text: language.level_short(outcome.reached).into(),
            indent: 0,
            dot: Some(Ink::Level(outcome.reached.map_or(0, |level| level.number()))),
        }
    });
    cells.push(Cell::text(match outcome.tally.open() {
        0 => String::new(),
        open => open.to_string(),
    }));
    cells
}

/// A score; what is not asked, or does not apply, is not the same as what is not rated.
fn printed(cell: &scoring::Cell, language: Language) -> String {
    match &cell.score {
        Some(value) => score(value),
        None if cell.tally.open() > 0 => language.chart_not_rated().to_owned(),
        None => "–".to_owned(),
    }
}
