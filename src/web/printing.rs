//! Printing: the report's PDF, made by the file worker.

use std::ops::ControlFlow;

use leptos::prelude::*;

use super::file_worker::desk::Desk;
use super::file_worker::message::{Failure, News, PackAddresses, Print, Step, Task};
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
    desk: Desk,
}

impl Printer {
    /// A printer that stops when the component that calls this is gone.
    pub fn idle() -> Printer {
        Printer { progress: RwSignal::new(Progress::Idle), desk: Desk::of_component() }
    }

    /// Has a report made; `done` is called with it in the page once it is there.
    pub fn print(self, task: Print, done: impl Fn(&Printed) + Clone + 'static) {
        self.progress.set(Progress::Working(Step::Module));
        self.desk.give(Task::Print(task), None, move |news, content| {
            self.progress.set(match (news, content) {
                (News::Step(step), _) => {
                    self.progress.set(Progress::Working(step));
                    return ControlFlow::Continue(());
                }
                (News::Printed { pages, missing }, Some(bytes)) => {
                    let printed = Printed { bytes, pages, missing };
                    done(&printed);
                    Progress::Done(printed)
                }
                (News::Failed(failure), _) => Progress::Failed(failure),
                _ => Progress::Failed(Failure::Crashed),
            });
            ControlFlow::Break(())
        });
    }

    pub fn cancel(self) {
        self.desk.clear();
        self.progress.set(Progress::Idle);
    }
}

/// Where the page says that the questionnaires' texts and the font packs are; `None` where it does not.
pub fn addresses() -> Option<(String, PackAddresses)> {
    let packs = PackAddresses {
        regular: address("report-font-regular")?,
        bold: address("report-font-bold")?,
        wider: address("report-font-wider")?,
        rest: address("report-font-rest")?,
    };
    Some((questionnaires()?, packs))
}

/// Where the page says that the questionnaires' texts are.
pub fn questionnaires() -> Option<String> {
    address(opening::PACK)
}

fn address(name: &str) -> Option<String> {
    let address = fetching::address(name);
    address.inspect_err(|error| leptos::logging::error!("what the file worker needs has no address: {error:?}")).ok()
}
