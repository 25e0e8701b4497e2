//! One plant's report: its parts in order, each written from the scorecard and the answers.
//!
//! A part computes nothing and claims nothing that is not known: it prints what [`crate::scoring`] found, and what is
//! unanswered, not known, not met or not applicable stays apart to the last page.

mod answers;
mod book;
mod conclusion;
mod cover;
mod domains;
mod firm;
mod gaps;
mod materials;
mod method;
mod narrative;
mod policy;
mod projects;
mod road_map;
mod scope;
mod scores;
mod sources;
mod summary;
mod tiers;
mod yardsticks;

use super::block::{About, Block, Cell, Column, Document, Enclosure, Row, RowKind, Style, Table, Text};
use super::record;
use crate::assessment::{Assessment, Kind, Scope};
use crate::drawing::Drawing;
use crate::exact::Exact;
use crate::exchange::{self, enclosed};
use crate::language::Language;
use crate::order::{Extent, Order, Section};
use crate::plan::{self, Plan};
use crate::questionnaire::{DimensionId, Level, Questionnaire, Requirement, Wording};
use crate::scoring::Scorecard;

/// The report of one assessment. `questionnaire` is the edition it answers and `scorecard` its result.
pub fn document(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    scorecard: &Scorecard,
    order: &Order,
) -> Document {
    let mut report = Writer::new(questionnaire, assessment, scorecard, order);
    report.enclosed = Some(Enclosure {
        name: exchange::file_name(assessment),
        bytes: exchange::write(assessment, questionnaire, scorecard).into_bytes(),
        record: record::write(order),
    });
    if order.extent == Extent::Summary {
        summary::write(&mut report);
    } else {
        cover::write(&mut report);
        // A few pages need no page that lists them.
        if order.is_full() {
            let title = order.language.report_contents().to_owned();
            report.blocks.extend([Block::Contents { title }, Block::PageBreak]);
        }
        conclusion::write(&mut report);
        for section in order.extent.sections().iter().filter(|section| order.has(**section)) {
            match section {
                Section::Firm => firm::write(&mut report),
                Section::Scope => scope::write(&mut report),
                Section::Scores => scores::write(&mut report),
                Section::Domains => domains::write(&mut report),
                Section::Gaps => gaps::write(&mut report),
                Section::Projects => projects::write(&mut report),
                Section::RoadMap => road_map::write(&mut report),
                Section::Yardsticks => yardsticks::write(&mut report),
                Section::Policy => policy::write(&mut report),
                Section::Materials => materials::write(&mut report),
                Section::Answers => answers::write(&mut report),
                Section::Method => method::write(&mut report),
                Section::Sources => sources::write(&mut report),
            }
        }
        if let Some(hash) = report.hash() {
            report.remark(report.language.report_assessment_hash(&grouped(&hash)));
        }
    }
    Document { about: report.about(), blocks: report.blocks }
}

/// The questions in scope of an assessment with the evidence to prepare: what to send before a visit. The arguments are
/// those of [`document`].
pub fn question_book(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    scorecard: &Scorecard,
    order: &Order,
) -> Document {
    let mut book = Writer::new(questionnaire, assessment, scorecard, order);
    book::write(&mut book);
    let title = order.language.question_book().to_owned();
    let header = order.language.report_header(&title, book.firm());
    Document { about: About { title, header, watermark: None, ..book.about() }, blocks: book.blocks }
}

/// What the parts are written from, and the document so far.
struct Writer<'a> {
    questionnaire: &'a Questionnaire,
    assessment: &'a Assessment,
    scorecard: &'a Scorecard,
    scope: Scope,
    plan: Plan<'a>,
    order: &'a Order,
    language: Language,
    blocks: Vec<Block>,
    parts: usize,
    appendices: u8,
    figures: usize,
    tables: usize,
    enclosed: Option<Enclosure>,
}

impl<'a> Writer<'a> {
    fn new(
        questionnaire: &'a Questionnaire,
        assessment: &'a Assessment,
        scorecard: &'a Scorecard,
        order: &'a Order,
    ) -> Writer<'a> {
        Writer {
            questionnaire,
            assessment,
            scorecard,
            scope: Scope::of(questionnaire, assessment),
            plan: plan::plan(questionnaire, assessment, scorecard),
            order,
            language: order.language,
            blocks: Vec::new(),
            parts: 0,
            appendices: 0,
            figures: 0,
            tables: 0,
            enclosed: None,
        }
    }

    /// The hash of what is enclosed.
    fn hash(&self) -> Option<String> {
        self.enclosed.as_ref().map(|enclosed| enclosed::hash(&enclosed.bytes))
    }

    /// The first digits of the hash of what is enclosed: enough to tell two files apart at a glance.
    fn hash_start(&self) -> Option<String> {
        self.hash().map(|hash| grouped(&hash[..16]))
    }

    /// A requirement in the words for this plant's kind of manufacturing.
    fn wording<'r>(&self, requirement: &'r Requirement) -> &'r Wording {
        requirement.wording(&self.assessment.variant)
    }

    /// What a requirement asks, to go on with inside a sentence.
    fn clause<'r>(&self, requirement: &'r Requirement) -> &'r str {
        self.wording(requirement).text.get(self.language).trim_end_matches(['。', '.'])
    }

    fn about(&self) -> About {
        let title = self.title();
        let firm = self.firm();
        About {
            subject: self.language.report_subject(firm, &self.language.date(self.order.made)),
            author: self.language.product_name().to_owned(),
            language: self.language,
            made: self.order.made,
            header: self.language.report_header(&title, firm),
            footer: self.language.report_footer(self.assessment.kind),
            brand: self.order.brand.clone(),
            watermark: self.watermark(),
            enclosed: self.enclosed.clone(),
            title,
        }
    }

    /// Until an on-site assessor stands for it, a result is the plant's own word or nobody's.
    fn watermark(&self) -> Option<String> {
        match (self.assessment.kind, self.assessment.signature()) {
            (Kind::SelfAssessment, _) => Some(self.language.watermark_self().to_owned()),
            (Kind::OnSite, None) => Some(self.language.watermark_unsigned().to_owned()),
            (Kind::OnSite, Some(_)) => None,
        }
    }

    fn title(&self) -> String {
        self.language.report_title(self.questionnaire.title.get(self.language))
    }

    /// The firm's name, or that none was given.
    fn firm(&self) -> &'a str {
        match self.assessment.site.firm.trim() {
            "" => self.language.report_unnamed_firm(),
            firm => firm,
        }
    }

    fn part(&mut self, title: &str) {
        self.parts += 1;
        let text = self.language.report_part(self.parts, title);
        self.blocks.push(Block::Heading { level: 1, text });
    }

    fn appendix(&mut self, title: &str) {
        let letter = char::from(b'A' + self.appendices);
        self.appendices += 1;
        let text = self.language.report_appendix(letter, title);
        self.blocks.push(Block::Heading { level: 1, text });
    }

    fn section(&mut self, title: impl Into<String>) {
        self.blocks.push(Block::Heading { level: 2, text: title.into() });
    }

    fn say(&mut self, text: impl Into<Text>) {
        self.blocks.push(Block::Paragraph { text: text.into(), style: Style::Body });
    }

    fn remark(&mut self, text: impl Into<Text>) {
        self.blocks.push(Block::Paragraph { text: text.into(), style: Style::Small });
    }

    fn table(&mut self, title: &str, columns: Vec<Column>, rows: Vec<Row>) {
        let caption = self.table_caption(title);
        self.blocks.push(Block::Table(Table { caption, columns, rows, whole: false }));
    }

    /// A table that is divided only when no page can hold it.
    fn whole_table(&mut self, title: &str, columns: Vec<Column>, rows: Vec<Row>) {
        let caption = self.table_caption(title);
        self.blocks.push(Block::Table(Table { caption, columns, rows, whole: true }));
    }

    fn table_caption(&mut self, title: &str) -> String {
        self.tables += 1;
        self.language.report_table(self.tables, title)
    }

    /// A table that has a heading of its own right above, or between them only what leads to it.
    fn table_of_section(&mut self, columns: Vec<Column>, rows: Vec<Row>) {
        self.blocks.push(Block::Table(Table { caption: String::new(), columns, rows, whole: false }));
    }

    fn figure(&mut self, title: &str, drawing: Drawing) {
        self.figures += 1;
        let caption = self.language.report_figure(self.figures, title);
        self.blocks.push(Block::Figure { drawing, caption });
    }

    fn name(&self, id: &'a DimensionId) -> &'a str {
        self.questionnaire.name_of(id, self.language).unwrap_or(id.as_str())
    }

    /// A level that a gap or a distance leads to, with its name.
    fn level_name(&self, level: Level) -> String {
        self.language.level_reached(Some(level), self.questionnaire)
    }

    /// The name of the kind of manufacturing.
    fn variant(&self) -> &'a str {
        let variant = self.questionnaire.variant(&self.assessment.variant);
        variant.map_or(self.assessment.variant.as_str(), |variant| variant.name.get(self.language))
    }
}

/// A hash in groups of four, as people compare it.
pub(super) fn grouped(hash: &str) -> String {
    let groups: Vec<&str> = hash.as_bytes().chunks(4).filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

/// A score, rounded down so that it never shows more than was reached.
fn score(score: &Exact) -> String {
    score.floor(2)
}

/// A row that heads the rows after it, across all columns.
fn group(text: impl Into<Text>) -> Row {
    Row { kind: RowKind::Group, cells: vec![Cell::text(text)] }
}

fn muted(text: &str) -> Text {
    Text::default().and_muted(text)
}
