//! The file worker: reports are printed, and workbooks read and written, in a Web Worker, so that the page stays
//! responsive and its first load small.
//!
//! The worker is a wasm module of its own, fetched when it is first needed. The page gives a task, the worker tells how
//! it gets on ([`message`]), and it is gone when nothing more is wanted of it. What the worker runs stands in `worker`.

pub mod desk;
pub mod message;
#[cfg(all(feature = "report", feature = "workbook"))]
pub mod worker;

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Uint8Array;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::fetching;
use message::{Failure, News, Task};

/// A worker at its task, and the ears that the page lends it: dropping it stops the work.
pub struct Job {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Job {
    /// Gives a task, with the bytes that belong to it. `heard` is told the news with their bytes, and may drop the job;
    /// after a failure there may be further ones that follow from it.
    ///
    /// # Errors
    /// When no worker can be started.
    pub fn start(
        task: Task,
        content: Option<Vec<u8>>,
        heard: impl Fn(News, Option<Vec<u8>>) + 'static,
    ) -> Result<Job, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&fetching::address("file-worker")?, &options)?;
        let listener = worker.clone();
        let heard = Rc::new(heard);
        let ready = Rc::new(Cell::new(false));
        let told = {
            let (heard, ready) = (heard.clone(), ready.clone());
            let mut task = Some((task, content));
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                match message::received::<News>(&event.data()) {
                    Some((News::Ready, _)) => {
                        ready.set(true);
                        let Some((task, content)) = task.take() else { return };
                        if give(&listener, &task, content).is_err() {
                            heard(News::Failed(Failure::Crashed), None);
                        }
                    }
                    Some((news, content)) => heard(news, content.map(|content| Uint8Array::new(&content).to_vec())),
                    None => heard(News::Failed(Failure::Crashed), None),
                }
            })
        };
        let failed = Closure::<dyn FnMut(ErrorEvent)>::new(move |_: ErrorEvent| {
            let failure = if ready.get() { Failure::Crashed } else { Failure::Module };
            heard(News::Failed(failure), None);
        });
        worker.set_onmessage(Some(told.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Job { worker, _heard: told, _failed: failed })
    }

    /// Gives a further task to a worker that has done its last one.
    ///
    /// # Errors
    /// When the task cannot be posted.
    pub fn give(&self, task: &Task, content: Option<Vec<u8>>) -> Result<(), JsValue> {
        give(&self.worker, task, content)
    }
}

fn give(worker: &Worker, task: &Task, content: Option<Vec<u8>>) -> Result<(), JsValue> {
    let content = content.map(|content| Uint8Array::from(&content[..]).buffer());
    message::post(task, content.as_ref(), |message, handed_over| {
        worker.post_message_with_transfer(message, handed_over)
    })
}
