//! The cover: whom the report is about, who assessed, and what it is not.

use super::Writer;
use crate::assessment::Kind;
use crate::report::block::{Block, Cover, Text};

pub fn write(report: &mut Writer) {
    let language = report.language;
    let assessment = report.assessment;
    let questionnaire = report.questionnaire;
    let assessor = match assessment.assessor.trim() {
        "" => super::muted(language.not_given()),
        assessor => assessor.into(),
    };
    let edition = Text::plain(questionnaire.model.get(language)).and_muted(format!("  {}", questionnaire.version));
    let mut facts = vec![
        (language.report_date().to_owned(), language.date(report.order.made).into()),
        (language.kind().to_owned(), language.kind_name(assessment.kind).into()),
        (language.assessor().to_owned(), assessor),
        (language.last_change().to_owned(), language.date(assessment.changed).into()),
        (language.report_edition().to_owned(), edition),
    ];
    if let Some(signature) = assessment.signature() {
        let signed = language.signed_by(signature.name.trim(), &language.date(signature.at));
        facts.push((language.signature().to_owned(), signed.into()));
    } else if assessment.kind == Kind::OnSite {
        facts.push((language.signature().to_owned(), super::muted(language.unsigned())));
    }
    if let Some(start) = report.hash_start() {
        let start = Text::plain(start).and_muted(language.hash_continued());
        facts.push((language.assessment_hash().to_owned(), start));
    }
    report.blocks.push(Block::Cover(Cover {
        maker: language.product_name().to_owned(),
        title: report.title(),
        name: report.firm().to_owned(),
        facts,
        notice: Text::bold(language.not_a_certification()),
    }));
}
