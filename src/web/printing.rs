//! Printing: the report's PDF, made in a Web Worker so that the page stays responsive.
//!
//! The worker is a wasm module of its own, fetched when a report is first made. The page orders, the worker tells how
//! it gets on ([`message`]), and it is gone when it is done. What the worker runs stands in `worker`.

pub mod message;
#[cfg(feature = "report")]
pub mod worker;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{fetching, opening};
use message::{Failure, News, Order, PackAddresses, Step};

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
    running: StoredValue<Option<Running>, LocalStorage>,
}

/// The worker, and the ears that the page lends it: they live as long as it does.
struct Running {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Printer {
    /// A printer that stops when the component that calls this is gone.
    pub fn idle() -> Printer {
        let printer = Printer { progress: RwSignal::new(Progress::Idle), running: StoredValue::new_local(None) };
        on_cleanup(move || printer.stop());
        printer
    }

    /// Orders a report; `done` is called with it in the page once it is there.
    pub fn print(self, order: Order, done: impl Fn(&Printed) + 'static) {
        self.progress.set(Progress::Working(Step::Module));
        match self.start(order, done) {
            Ok(running) => self.running.set_value(Some(running)),
            Err(error) => {
                leptos::logging::error!("the report's worker could not be started: {error:?}");
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

    fn start(self, order: Order, done: impl Fn(&Printed) + 'static) -> Result<Running, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&fetching::address("report-worker")?, &options)?;
        let orders = worker.clone();
        let mut order = Some(order);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match message::received::<News>(&event.data()) {
                Some((News::Ready, _)) => {
                    let Some(order) = order.take() else { return };
                    if message::post(&order, None, |message, _| orders.post_message(message)).is_err() {
                        self.fail(Failure::Crashed);
                    }
                }
                Some((News::Step(step), _)) => self.progress.set(Progress::Working(step)),
                Some((News::Failed(failure), _)) => self.fail(failure),
                Some((News::Done { pages, missing }, Some(content))) => {
                    let printed = Printed { bytes: Uint8Array::new(&content).to_vec(), pages, missing };
                    done(&printed);
                    self.progress.set(Progress::Done(printed));
                    self.stop();
                }
                Some((News::Done { .. }, None)) | None => self.fail(Failure::Crashed),
            }
        });
        let failed = Closure::<dyn FnMut(ErrorEvent)>::new(move |_: ErrorEvent| {
            let before_ready = self.progress.with_untracked(|progress| *progress == Progress::Working(Step::Module));
            self.fail(if before_ready { Failure::Module } else { Failure::Crashed });
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Running { worker, _heard: heard, _failed: failed })
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
        rest: fetching::address("report-font-rest")?,
    };
    Ok((fetching::address(opening::PACK)?, packs))
}
