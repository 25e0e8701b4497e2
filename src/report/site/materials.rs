//! The materials: what to have ready for an assessment by others, sub-domain by sub-domain.

use super::Writer;
use crate::assessment::{Conclusion, Part};
use crate::questionnaire::{Dimension, EvidenceKind};
use crate::report::block::{Align, Cell, Column, Row, Text};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_materials());
    let mut rows = Vec::new();
    for leaf in report.questionnaire.sub_domains() {
        let node = report.scorecard.node(&leaf.id);
        if node.is_none_or(|node| node.part != Part::Included) {
            continue;
        }
        if let Some(pieces) = pieces(report, leaf) {
            rows.push(Row::plain(vec![Cell::text(Text::bold(leaf.name.get(language))), Cell::text(pieces)]));
        }
    }
    if rows.is_empty() {
        return report.say(language.report_no_materials());
    }
    report.say(language.report_materials_intro(&report.level_name(report.assessment.target)));
    let columns = vec![
        Column::new(language.report_dimension_short(), 1.6, Align::Start),
        Column::new(language.report_material(), 8.3, Align::Start),
    ];
    report.table_of_section(columns, rows);
}

/// A line for each kind with a box to tick for each piece, every piece once; what does not apply needs no evidence.
/// `None` when nothing is needed.
fn pieces(report: &Writer, leaf: &Dimension) -> Option<Text> {
    let language = report.language;
    let applies = |conclusion: Conclusion| !matches!(conclusion, Conclusion::NotApplicable { .. });
    let mut lines = Vec::new();
    for kind in EvidenceKind::ALL {
        let mut pieces: Vec<&str> = Vec::new();
        for requirement in report.scope.requirements(leaf) {
            if !applies(report.assessment.entry(&requirement.id).conclusion(requirement)) {
                continue;
            }
            for evidence in requirement.evidence.iter().filter(|evidence| evidence.kind == kind) {
                let text = evidence.text.get(language);
                if !pieces.contains(&text) {
                    pieces.push(text);
                }
            }
        }
        if !pieces.is_empty() {
            let boxes: String = pieces.iter().flat_map(|piece| [" □\u{a0}", piece]).collect();
            lines.push((language.evidence_kind(kind), boxes));
        }
    }
    let first = lines.first()?.0;
    let of_line = |text: Text, (kind, boxes): (&str, String)| {
        let kind = if kind == first { kind.to_owned() } else { format!("\n{kind}") };
        text.and_muted(kind).and(boxes)
    };
    Some(lines.into_iter().fold(Text::default(), of_line))
}
