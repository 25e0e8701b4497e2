//! How the result was computed: every sum with this plant's own numbers, and the rules they follow.

use super::{Writer, group, score};
use crate::exact::{self, Exact};
use crate::language::Language;
use crate::questionnaire::{Level, Rating};
use crate::report::block::{Align, Cell, Column, Row, RowKind, Text};
use crate::scoring::{self, Node};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.appendix(language.report_method());
    report.say(match report.scorecard.plant.tally.rated() {
        0 => language.report_method_unrated(),
        _ => language.report_method_intro(),
    });
    rules(report);
    if report.scorecard.plant.is_known() {
        report.say(Text::bold(language.report_total_is(&total(report))));
    }
    sums(report);
}

/// The rules in the questionnaire's words, each with what it rests on.
fn rules(report: &mut Writer) {
    let language = report.language;
    let questionnaire = report.questionnaire;
    let rows = questionnaire.rules.iter().map(|rule| {
        Row::plain(vec![
            Cell::text(Text::bold(rule.title.get(language))),
            Cell::text(rule.text.get(language)),
            Cell::text(language.mark_name(questionnaire.source(&rule.source).mark)),
        ])
    });
    let rows = rows.collect();
    let columns = vec![
        Column::new(language.report_rule(), 1.4, Align::Start),
        Column::new(language.report_rule_text(), 6.6, Align::Start),
        Column::new(language.report_mark(), 1.1, Align::Start),
    ];
    report.table(language.report_rules_table(), columns, rows);
}

/// Level by level, the plant's sum first and then each dimension's, parents before children.
fn sums(report: &mut Writer) {
    let language = report.language;
    let scorecard = report.scorecard;
    let mut rows = Vec::new();
    for cell in &scorecard.plant.cells {
        let Some(value) = &cell.score else { continue };
        rows.push(group(report.level_name(cell.level)));
        let elements: Vec<&Node> = scorecard.nodes.iter().filter(|node| node.depth == 0).collect();
        rows.push(Row {
            kind: RowKind::Plain,
            cells: vec![
                Cell::text(Text::bold(language.report_plant())),
                Cell::text(weighted(report, &elements, cell.level)),
                Cell::text(Text::bold(score(value))),
            ],
        });
        for (place, node) in scorecard.nodes.iter().enumerate() {
            rows.extend(row(report, place, node, cell.level));
        }
    }
    if rows.is_empty() {
        return;
    }
    // English names are longer.
    let (name, formula) = match language {
        Language::Chinese => (2.4, 6.0),
        Language::English => (3.2, 6.3),
    };
    let columns = vec![
        Column::new(language.report_dimension(), name, Align::Start),
        Column::new(language.report_formula(), formula, Align::Start),
        Column::new(language.report_result(), 0.8, Align::End),
    ];
    report.table(language.report_sums_table(), columns, rows);
}

/// A dimension's sum at a level; `None` where nothing was rated.
fn row(report: &Writer, place: usize, node: &Node, level: Level) -> Option<Row> {
    let cell = node.outcome.cell(level)?;
    let value = cell.score.as_ref()?;
    let formula = if node.leaf {
        mean(report, cell)
    } else {
        let below = report.scorecard.nodes[place + 1..].iter().take_while(|below| below.depth > node.depth);
        let children: Vec<&Node> = below.filter(|below| below.depth == node.depth + 1).collect();
        weighted(report, &children, level)
    };
    Some(Row::plain(vec![
        Cell::Text { text: report.name(&node.dimension).into(), indent: node.depth.min(3) as u8 + 1, dot: None },
        Cell::text(formula),
        Cell::text(score(value)),
    ]))
}

/// `数据 46%×0.75 + 集成 27%×0.50`: the weights are those that were used, scaled up where something is left out. Without
/// spaces no line ends inside a product.
fn weighted(report: &Writer, nodes: &[&Node], level: Level) -> String {
    let terms: Vec<String> = nodes
        .iter()
        .filter_map(|node| {
            let cell = node.outcome.cell(level)?;
            let weight = percent(cell.weight.as_ref()?);
            Some(format!("{} {weight}%×{}", report.name(&node.dimension), score(cell.score.as_ref()?)))
        })
        .collect();
    terms.join(" + ")
}

/// `(1×2 + 0.8×1) ÷ 3`: the points of the ratings, each times its count, over all that are rated.
fn mean(report: &Writer, cell: &scoring::Cell) -> String {
    let terms: Vec<String> = Rating::ALL
        .into_iter()
        .filter(|rating| cell.tally.rated[*rating as usize] > 0)
        .map(|rating| {
            let points = report.questionnaire.rating(rating).points.round(2);
            format!("{}×{}", exact::short(&points), cell.tally.rated[rating as usize])
        })
        .collect();
    format!("({}) ÷ {}", terms.join(" + "), cell.tally.rated())
}

/// The total as the sum of its levels: `1（L1已达到）+ 0.79（L2得分）= 1.79`.
fn total(report: &Writer) -> String {
    let language = report.language;
    let plant = &report.scorecard.plant;
    let mut terms = Vec::new();
    for cell in &plant.cells {
        if cell.met {
            terms.push(language.report_total_met(&cell.level.to_string()));
            continue;
        }
        if let Some(value) = &cell.score {
            terms.push(language.report_total_partial(&score(value), &cell.level.to_string()));
        }
        break;
    }
    match terms.as_slice() {
        // A single term is the total.
        [only] => only.clone(),
        _ => format!("{} = {}", terms.join(" + "), score(&plant.total)),
    }
}

/// A ratio in percent, to one place where it is not whole.
fn percent(ratio: &Exact) -> String {
    exact::short(&(ratio.clone() * Exact::from(100)).round(1)).to_owned()
}
