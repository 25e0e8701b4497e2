//! What the file worker does: a task comes in, the steps and a file go out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use js_sys::Uint8Array;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, RequestCache};

use super::message::{
    self, Content, Failure, Finding, News, NotTakenOut, PackAddresses, Print, Show, Step, Tables, Tabulate, Task,
    Verify, Wanted,
};
use crate::benchmark::Benchmark;
use crate::content;
use crate::exchange::{self, Enclosed, Opened, ReadError, enclosed};
use crate::language::Language;
use crate::order::{Accent, Brand, Extent, Logo, Order, Section};
use crate::questionnaire::{MODEL, Questionnaire};
use crate::report::block::Document;
use crate::report::fonts::Fonts;
use crate::report::verify::{self, Examined};
use crate::report::{self, Report, ReportError, html, site};
use crate::tables::{TableFault, plant};
use crate::web::fetching;
use crate::workbook;

/// Listens for tasks from now on, and says so.
pub fn start() {
    panic::set_hook(Box::new(|trouble| {
        console_error_panic_hook::hook(trouble);
        tell(&News::Failed(Failure::Crashed), None);
    }));
    let given = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let task = message::received::<Task>(&event.data());
        spawn_local(async {
            match task {
                Some((Task::Print(task), _)) => match print(task).await {
                    Ok(report) => {
                        let missing = report.missing.into_iter().collect();
                        tell(&News::Printed { pages: report.pages, missing }, Some(&report.bytes));
                    }
                    Err(failure) => tell(&News::Failed(failure), None),
                },
                Some((Task::Show(task), _)) => match show(task).await {
                    Ok(html) => tell(&News::Shown { html }, None),
                    Err(failure) => tell(&News::Failed(failure), None),
                },
                Some((Task::Tabulate(task), _)) => match tabulate(task).await {
                    Ok(Ok(bytes)) => tell(&News::Tabulated, Some(&bytes)),
                    Ok(Err(fault)) => {
                        let sentence = Language::ALL.map(|language| fault.sentence(language));
                        tell(&News::TablesFaulty { sentence }, None);
                    }
                    Err(failure) => tell(&News::Failed(failure), None),
                },
                Some((Task::TakeOut, Some(pdf))) => take_out(&Uint8Array::new(&pdf).to_vec()),
                Some((Task::Verify(task), Some(pdf))) => {
                    let found = verify(task, &Uint8Array::new(&pdf).to_vec()).await;
                    tell(&found.unwrap_or_else(News::Failed), None);
                }
                Some((Task::Keep(packs), _)) => {
                    tell(&keep(packs).await.map_or_else(News::Failed, |()| News::Kept), None);
                }
                Some((Task::ReadWorkbook { name }, Some(bytes))) => read(&name, &Uint8Array::new(&bytes).to_vec()),
                Some((Task::WriteWorkbook { text }, _)) => write(&text),
                Some((Task::TakeOut | Task::Verify(_) | Task::ReadWorkbook { .. }, None)) | None => {
                    tell(&News::Failed(Failure::Misunderstood), None);
                }
            }
        });
    });
    scope().set_onmessage(Some(given.as_ref().unchecked_ref()));
    given.forget();
    tell(&News::Ready, None);
}

fn read(name: &str, bytes: &[u8]) {
    match workbook::read(name, bytes) {
        Ok(questionnaire) => tell(&News::WorkbookRead { text: questionnaire.to_file() }, None),
        Err(problems) => {
            let faults = problems.iter().map(|problem| Language::ALL.map(|language| language.problem(problem)));
            tell(&News::WorkbookFaulty { faults: faults.collect() }, None);
        }
    }
}

fn write(text: &str) {
    let Ok(questionnaire) = Questionnaire::read(&[(MODEL, text)]) else {
        return tell(&News::Failed(Failure::Misunderstood), None);
    };
    match workbook::write(&questionnaire) {
        Ok(bytes) if reads_as(&bytes, &questionnaire) => tell(&News::WorkbookWritten, Some(&bytes)),
        Ok(_) => tell(&News::Failed(Failure::NotAsMeant), None),
        Err(_) => tell(&News::Failed(Failure::Unwritten), None),
    }
}

fn reads_as(bytes: &[u8], questionnaire: &Questionnaire) -> bool {
    workbook::read("", bytes).is_ok_and(|read| read.says_the_same_as(questionnaire))
}

async fn show(task: Show) -> Result<String, Failure> {
    let Opened { questionnaire, assessment, scorecard, .. } = open(&task.export, &task.questionnaires).await?;
    let order = order(&task.wanted).ok_or(Failure::Misunderstood)?;
    Ok(html::write(&site::document(questionnaire, &assessment, &scorecard, &order)))
}

async fn tabulate(task: Tabulate) -> Result<Result<Vec<u8>, TableFault>, Failure> {
    let opened = open(&task.export, &task.questionnaires).await?;
    let language = Language::from_tag(&task.language).ok_or(Failure::Misunderstood)?;
    Ok(match task.tables {
        Tables::Workbook => plant::workbook(&opened, language),
        Tables::ActionsWorkbook => plant::actions_workbook(&opened, language),
        Tables::ActionsCsv => plant::actions_csv(&opened, language),
    })
}

async fn print(task: Print) -> Result<Report, Failure> {
    let opened = open(&task.export, &task.questionnaires).await?;
    let content = match task.content {
        Content::Report => site::document,
        Content::QuestionBook => site::question_book,
    };
    let order = order(&task.wanted).ok_or(Failure::Misunderstood)?;
    let document = content(opened.questionnaire, &opened.assessment, &opened.scorecard, &order);

    let fonts = fonts(&task.packs, &document).await?;
    tell(&News::Step(Step::Pages), None);
    Ok(report::make(&document, &fonts)?)
}

fn take_out(pdf: &[u8]) {
    let refused = match enclosed::take_out(pdf) {
        Ok(Enclosed { bytes, recorded, record }) => {
            return tell(&News::TakenOut { recorded, record }, Some(&bytes));
        }
        Err(ReadError::Pdf) => NotTakenOut::NothingEnclosed,
        Err(ReadError::EncryptedPdf) => NotTakenOut::Encrypted,
        Err(_) => NotTakenOut::Damaged,
    };
    tell(&News::NotTakenOut(refused), None);
}

async fn verify(task: Verify, pdf: &[u8]) -> Result<News, Failure> {
    provide(&task.questionnaires).await?;
    let examined = match Examined::of(pdf) {
        Ok(examined) => examined,
        Err(error) => {
            return Ok(News::NotVerified { sentence: Language::ALL.map(|language| language.read_error(&error)) });
        }
    };
    let fonts = match examined.document() {
        Some(document) => Some(fonts(&task.packs, document).await?),
        None => None,
    };
    tell(&News::Step(Step::Pages), None);
    let verdict = examined.verdict(pdf, fonts.as_ref())?;
    let finding = match verdict.finding() {
        verify::Finding::Sound => Finding::Sound,
        verify::Finding::PagesNotCompared => Finding::PagesNotCompared,
        verify::Finding::Contradiction => Finding::Contradiction,
    };
    let [one, other] = Language::ALL.map(|language| verdict.sentences(language));
    Ok(News::Verified { finding, sentences: one.into_iter().zip(other).map(<[String; 2]>::from).collect() })
}

async fn keep(packs: PackAddresses) -> Result<(), Failure> {
    for address in [packs.regular, packs.bold, packs.wider, packs.rest] {
        fetching::bytes(&address, RequestCache::Default).await.map_err(|_| Failure::Fonts)?;
    }
    Ok(())
}

/// The packs that a document needs.
async fn fonts(packs: &PackAddresses, document: &Document) -> Result<Fonts, Failure> {
    tell(&News::Step(Step::Fonts), None);
    let (regular, bold) = (font(&packs.regular).await?, font(&packs.bold).await?);
    let mut fonts = Fonts { regular, bold, wider: None, rest: None };
    if !fonts.lacking(document)?.is_empty() {
        tell(&News::Step(Step::FurtherFonts), None);
        fonts.wider = Some(font(&packs.wider).await?);
        if !fonts.lacking(document)?.is_empty() {
            fonts.rest = Some(font(&packs.rest).await?);
        }
    }
    Ok(fonts)
}

/// `None` for what this version of the module does not know.
fn order(wanted: &Wanted) -> Option<Order> {
    let accent = wanted.accent.as_deref().map(Accent::parse).transpose().ok()?;
    let logo = match &wanted.logo {
        Some(text) => Some(Logo::from_png(&BASE64_STANDARD.decode(text).ok()?).ok()?),
        None => None,
    };
    let made = OffsetDateTime::parse(&wanted.made, &Rfc3339).ok()?;
    Some(Order {
        extent: Extent::from_id(&wanted.extent)?,
        without: wanted.without.iter().map(|id| Section::from_id(id)).collect::<Option<_>>()?,
        brand: Brand { accent, logo },
        benchmark: wanted.benchmark.as_deref().map(Benchmark::read).transpose().ok()?,
        ..Order::new(Language::from_tag(&wanted.language)?, made)
    })
}

/// The assessment of a task; `questionnaires` is the address of their texts.
async fn open(export: &str, questionnaires: &str) -> Result<Opened, Failure> {
    provide(questionnaires).await?;
    exchange::read(export.as_bytes()).map_err(|_| Failure::Misunderstood)
}

/// The worker has a memory of its own, so it needs the questionnaires' texts once more; once for all its tasks.
async fn provide(address: &str) -> Result<(), Failure> {
    if content::is_provided() {
        return Ok(());
    }
    let bytes = fetching::bytes(address, RequestCache::Default).await.map_err(|_| Failure::Questionnaires)?;
    let pack = String::from_utf8(bytes).map_err(|_| Failure::Questionnaires)?;
    content::provide(&pack).map_err(|_| Failure::Questionnaires)
}

/// Kept on the device by the service worker once it was fetched, as the whole report's module is, and in this worker's
/// memory for its next report.
async fn font(address: &str) -> Result<Vec<u8>, Failure> {
    thread_local! {
        static PACKS: RefCell<BTreeMap<String, Vec<u8>>> = const { RefCell::new(BTreeMap::new()) };
    }
    if let Some(pack) = PACKS.with_borrow(|packs| packs.get(address).cloned()) {
        return Ok(pack);
    }
    let pack = fetching::bytes(address, RequestCache::Default).await.map_err(|_| Failure::Fonts)?;
    PACKS.with_borrow_mut(|packs| packs.insert(address.to_owned(), pack.clone()));
    Ok(pack)
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Failure {
        match error {
            ReportError::UnusableFont { .. } => Failure::UnusableFont,
            ReportError::Unwritten => Failure::Unwritten,
            ReportError::NotAsMeant => Failure::NotAsMeant,
        }
    }
}

fn tell(news: &News, content: Option<&[u8]>) {
    let content = content.map(|content| Uint8Array::from(content).buffer());
    let posted = message::post(news, content.as_ref(), |message, handed_over| {
        scope().post_message_with_transfer(message, handed_over)
    });
    if let Err(error) = posted {
        // The page is told by an error that nobody catches.
        leptos::wasm_bindgen::throw_val(error);
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
