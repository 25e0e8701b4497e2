//! The file worker: reports are printed, and workbooks read and written, in a Web Worker, so that the page stays
//! responsive and its first load small.
//!
//! The worker is a wasm module of its own, fetched when it is first needed. The page gives a task, the worker tells how
//! it gets on ([`message`]). One that has done its task stays for the next one, since starting it takes longer than most
//! tasks; one that failed or is broken off is ended. What the worker runs stands in `worker`.

pub mod desk;
pub mod message;
#[cfg(all(feature = "report", feature = "workbook"))]
pub mod worker;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Uint8Array;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::fetching;
use message::{Failure, News, Task};

thread_local! {
    /// A worker that has done its task.
    static IDLE: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// A worker at its task, and the ears that the page lends it: dropping it stops the work.
pub struct Job {
    worker: Worker,
    state: Rc<Cell<State>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Starting,
    Working,
    Done,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        let worker = self.worker.clone();
        let unwanted = if self.state.get() == State::Done { IDLE.replace(Some(worker)) } else { Some(worker) };
        if let Some(unwanted) = unwanted {
            unwanted.terminate();
        }
    }
}

impl Job {
    /// Gives a task, with the bytes that belong to it. `heard` is told the news with their bytes, and may drop the job;
    /// after a failure there may be further ones that follow from it.
    ///
    /// # Errors
    /// When no worker can be started, or it cannot be given the task.
    pub fn start(
        task: Task,
        content: Option<Vec<u8>>,
        heard: impl Fn(News, Option<Vec<u8>>) + 'static,
    ) -> Result<Job, JsValue> {
        let (worker, mut waiting) = match IDLE.take() {
            Some(worker) => {
                give(&worker, &task, content).inspect_err(|_| worker.terminate())?;
                (worker, None)
            }
            None => (started()?, Some((task, content))),
        };
        let state = Rc::new(Cell::new(if waiting.is_some() { State::Starting } else { State::Working }));
        let heard = Rc::new(heard);
        let told = {
            let (heard, state, worker) = (heard.clone(), state.clone(), worker.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let (news, content) =
                    message::received(&event.data()).unwrap_or((News::Failed(Failure::Crashed), None));
                match news {
                    News::Ready => {
                        state.set(State::Working);
                        let Some((task, content)) = waiting.take() else { return };
                        if give(&worker, &task, content).is_err() {
                            heard(News::Failed(Failure::Crashed), None);
                        }
                        return;
                    }
                    News::Step(_) | News::Failed(_) => {}
                    _ => state.set(State::Done),
                }
                heard(news, content.map(|content| Uint8Array::new(&content).to_vec()));
            })
        };
        let failed = {
            let state = state.clone();
            Closure::<dyn FnMut(ErrorEvent)>::new(move |_: ErrorEvent| {
                let failure = if state.get() == State::Starting { Failure::Module } else { Failure::Crashed };
                heard(News::Failed(failure), None);
            })
        };
        worker.set_onmessage(Some(told.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Job { worker, state, _heard: told, _failed: failed })
    }
}

fn started() -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&fetching::address("file-worker")?, &options)
}

fn give(worker: &Worker, task: &Task, content: Option<Vec<u8>>) -> Result<(), JsValue> {
    let content = content.map(|content| Uint8Array::from(&content[..]).buffer());
    message::post(task, content.as_ref(), |message, handed_over| {
        worker.post_message_with_transfer(message, handed_over)
    })
}
