//! The sources: what each rule, weight and text rests on, and how far to trust it.

use super::Writer;
use crate::provenance::Mark;
use crate::report::block::{Align, Block, Cell, Column, Row, Text};

pub fn write(report: &mut Writer) {
    let language = report.language;
    let questionnaire = report.questionnaire;
    report.appendix(language.report_sources());
    report.say(language.report_sources_intro());
    let meanings = Mark::ALL.into_iter().map(|mark| {
        let meaning = match mark {
            Mark::Read => language.report_mark_read(),
            Mark::SecondHand => language.report_mark_second_hand(),
            Mark::Unverified => language.report_mark_unverified(),
            Mark::OurRule => language.report_mark_our_rule(),
        };
        (language.mark_name(mark).to_owned(), Text::plain(meaning))
    });
    report.blocks.push(Block::Facts(meanings.collect()));

    let rows = questionnaire.sources.iter().map(|source| {
        Row::plain(vec![
            Cell::text(Text::bold(language.mark_name(source.mark))),
            Cell::text(Text::plain(source.text.get(language))),
        ])
    });
    let rows = rows.collect();
    let columns = vec![
        Column::new(language.report_mark(), 1.5, Align::Start),
        Column::new(language.report_source(), 7.4, Align::Start),
    ];
    report.table(language.report_sources_table(), columns, rows);
    report.remark(language.report_hash(&questionnaire.hash));
}
