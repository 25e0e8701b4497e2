//! The question book: what will be asked, whom, with what evidence to prepare and how long it takes, to send before a
//! visit.

use super::{Writer, muted};
use crate::questionnaire::{EvidenceKind, Requirement, RoleId};
use crate::report::block::{Align, Block, Cell, Column, Cover, Row, Text};

pub fn write(book: &mut Writer) {
    let language = book.language;
    let questionnaire = book.questionnaire;
    let requirements: Vec<&Requirement> =
        book.scope.sub_domains(questionnaire).into_iter().flat_map(|leaf| book.scope.requirements(leaf)).collect();
    let target = book.level_name(book.assessment.target);
    let minutes = minutes(&requirements);
    book.blocks.push(Block::Cover(Cover {
        maker: language.product_name().to_owned(),
        title: language.question_book().to_owned(),
        name: book.firm().to_owned(),
        facts: vec![
            (language.report_date().to_owned(), language.date(book.order.made).into()),
            (language.manufacturing_type().to_owned(), book.variant().into()),
            (language.target_level().to_owned(), target.as_str().into()),
            (language.requirements().to_owned(), requirements.len().to_string().into()),
            (language.book_minutes().to_owned(), language.minutes_estimated(minutes).into()),
        ],
        notice: Text::bold(language.book_notice()),
    }));

    book.blocks.push(Block::PageBreak);
    book.part(language.book_by_role());
    book.say(language.book_lead());
    // By whom to ask, in the model's order; what nobody is named for comes last.
    let mut roles: Vec<Option<&RoleId>> = questionnaire.roles.iter().map(|role| Some(&role.id)).collect();
    roles.push(None);
    let of = |role: Option<&RoleId>| -> Vec<&Requirement> {
        requirements.iter().copied().filter(|requirement| requirement.ask.as_ref() == role).collect()
    };
    let asked: Vec<(String, Vec<&Requirement>)> = roles
        .into_iter()
        .map(|role| {
            let name = role.and_then(|id| questionnaire.role(id)).map(|role| role.name.get(language));
            (name.unwrap_or(language.book_anybody()).to_owned(), of(role))
        })
        .filter(|(_, requirements)| !requirements.is_empty())
        .collect();
    overview(book, &asked);
    for (name, requirements) in &asked {
        book.section(language.book_role(name, requirements.len(), self::minutes(requirements)));
        questions(book, name, requirements);
    }
}

fn overview(book: &mut Writer, asked: &[(String, Vec<&Requirement>)]) {
    let language = book.language;
    let columns = vec![
        Column::new(language.whom_to_ask(), 5.0, Align::Start),
        Column::new(language.requirements(), 2.0, Align::End),
        Column::new(language.book_minutes(), 3.0, Align::End),
    ];
    let row = |(name, requirements): &(String, Vec<&Requirement>)| {
        let minutes = language.minutes_estimated(minutes(requirements));
        Row::plain(vec![Cell::text(name.as_str()), Cell::text(requirements.len().to_string()), Cell::text(minutes)])
    };
    let rows = asked.iter().map(row).collect();
    book.table(language.book_overview(), columns, rows);
}

fn questions(book: &mut Writer, role: &str, requirements: &[&Requirement]) {
    let language = book.language;
    let columns = vec![
        Column::new(language.requirement(), 5.2, Align::Start),
        Column::new(language.level(), 0.9, Align::Start),
        Column::new(language.evidence(), 4.6, Align::Start),
        Column::new(language.minutes(), 1.0, Align::End),
    ];
    let rows = requirements.iter().map(|requirement| {
        let wording = book.wording(requirement);
        let text = Text::plain(wording.text.get(language)).and_muted(format!("\n{}", wording.met.get(language)));
        let minutes = requirement.minutes.map_or(muted("–"), |minutes| minutes.to_string().into());
        Row::plain(vec![
            Cell::text(text),
            Cell::text(requirement.level.to_string()),
            Cell::text(evidence(book, requirement)),
            Cell::text(minutes),
        ])
    });
    let rows = rows.collect();
    book.table(role, columns, rows);
}

/// A line per kind of evidence that there is.
fn evidence(book: &Writer, requirement: &Requirement) -> String {
    let language = book.language;
    let of_kind = |kind: EvidenceKind| {
        let of_kind = requirement.evidence.iter().filter(|evidence| evidence.kind == kind);
        let texts: Vec<&str> = of_kind.map(|evidence| evidence.text.get(language)).collect();
        (!texts.is_empty()).then(|| {
            let texts = texts.join(language.list_separator());
            language.evidence_of_kind(language.evidence_kind(kind), &texts)
        })
    };
    EvidenceKind::ALL.into_iter().filter_map(of_kind).collect::<Vec<_>>().join("\n")
}

/// The estimates of all of them together; those without one count nothing.
fn minutes(requirements: &[&Requirement]) -> u32 {
    requirements.iter().filter_map(|requirement| requirement.minutes).sum()
}
