//! The summary: everything that fits on one page.

use super::{Writer, conclusion};
use crate::report::block::{Block, Style};

pub fn write(report: &mut Writer) {
    let language = report.language;
    let text = language.summary_title(report.firm());
    report.blocks.push(Block::Heading { level: 1, text });
    let verdict = conclusion::verdict(report);
    report.blocks.push(Block::Paragraph { text: verdict.into(), style: Style::Lead });
    report.blocks.push(Block::Numbers(conclusion::numbers(report)));
    conclusion::staircase(report);
    conclusion::first_steps(report);
    conclusion::open(report);
    let date = language.date(report.order.made);
    let kind = language.kind_name(report.assessment.kind);
    report.remark(language.summary_foot(&date, kind, language.not_a_certification()));
    if let Some(start) = report.hash_start() {
        report.remark(language.summary_hash(&start));
    }
}
