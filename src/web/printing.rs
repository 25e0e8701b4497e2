//! Printing: the report's PDF, made by the file worker.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use super::file_worker::Job;
use super::file_worker::message::{Failure, News, Order, PackAddresses, Print, Step};
use super::{fetching, opening};

/// How a report gets on.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    Idle,
    Working(Step),
    Done(Printed),
    Failed(Failure),
}

/// A finished report.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The PDF file.
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// The characters that no font has, which the report shows by a substitute.
    pub missing: String,
}

/// Makes one report at a time.
#[derive(Clone, Copy)]
pub struct Printer {
    pub progress: RwSignal<Progress>,
    running: StoredValue<Option<Job>, LocalStorage>,
}

impl Printer {
    /// A printer that stops when the component that calls this is gone.
    pub fn idle() -> Printer {
        let printer = Printer { progress: RwSignal::new(Progress::Idle), running: StoredValue::new_local(None) };
        on_cleanup(move || printer.stop());
        printer
    }

    /// Orders a report; `done` is called with it in the page once it is there.
    pub fn print(self, order: Print, done: impl Fn(&Printed) + 'static) {
        self.progress.set(Progress::Working(Step::Module));
        let heard = move |news, content: Option<Vec<u8>>| match (news, content) {
            (News::Step(step), _) => self.progress.set(Progress::Working(step)),
            (News::Printed { pages, missing }, Some(bytes)) => {
                let printed = Printed { bytes, pages, missing };
                done(&printed);
                self.progress.set(Progress::Done(printed));
                self.stop();
            }
            (News::Failed(failure), _) => self.fail(failure),
            _ => self.fail(Failure::Crashed),
        };
        match Job::start(Order::Print(order), None, heard) {
            Ok(job) => self.running.set_value(Some(job)),
            Err(error) => {
                leptos::logging::error!("the file worker could not be started: {error:?}");
                self.progress.set(Progress::Failed(Failure::Module));
            }
        }
    }

    pub fn cancel(self) {
        self.stop();
        self.progress.set(Progress::Idle);
    }

    fn stop(self) {
        // Gone already when the component is.
        let _ = self.running.try_update_value(|running| *running = None);
    }

    /// The first failure is the cause; what follows from it is not told.
    fn fail(self, failure: Failure) {
        if self.progress.with_untracked(|progress| matches!(progress, Progress::Working(_))) {
            self.progress.set(Progress::Failed(failure));
        }
        self.stop();
    }
}

/// Where the page says that the questionnaires' texts and the font packs are.
pub fn addresses() -> Result<(String, PackAddresses), JsValue> {
    let packs = PackAddresses {
        regular: fetching::address("report-font-regular")?,
        bold: fetching::address("report-font-bold")?,
        wider: fetching::address("report-font-wider")?,
        rest: fetching::address("report-font-rest")?,
    };
    Ok((fetching::address(opening::PACK)?, packs))
}
