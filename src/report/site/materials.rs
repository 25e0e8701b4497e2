//! The materials: what to have ready for an assessment by others, sub-domain by sub-domain.

use super::{Writer, group};
use crate::assessment::{Conclusion, Part};
use crate::questionnaire::{Dimension, EvidenceKind};
use crate::report::block::{Align, Cell, Column, Row};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_materials());
    let mut rows = Vec::new();
    for leaf in report.questionnaire.sub_domains() {
        let node = report.scorecard.node(&leaf.id);
        if node.is_none_or(|node| node.part != Part::Included) {
            continue;
        }
        let own = lines(report, leaf);
        if !own.is_empty() {
            rows.push(group(leaf.name.get(language)));
            rows.extend(own);
        }
    }
    if rows.is_empty() {
        return report.say(language.report_no_materials());
    }
    report.say(language.report_materials_intro(&report.level_name(report.assessment.target)));
    let columns = vec![
        Column::new(language.report_material_kind(), 1.3, Align::Start),
        Column::new(language.report_material(), 7.0, Align::Start),
        Column::new(language.report_material_ready(), 1.2, Align::Start),
    ];
    report.table(language.report_materials(), columns, rows);
}

/// A row for each kind, every piece once; what does not apply needs no evidence.
fn lines(report: &Writer, leaf: &Dimension) -> Vec<Row> {
    let language = report.language;
    let applies = |conclusion: Conclusion| !matches!(conclusion, Conclusion::NotApplicable { .. });
    let mut rows = Vec::new();
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
            let pieces = pieces.join(language.clause_separator());
            rows.push(Row::plain(vec![Cell::text(language.evidence_kind(kind)), Cell::text(pieces), Cell::text("□")]));
        }
    }
    rows
}
