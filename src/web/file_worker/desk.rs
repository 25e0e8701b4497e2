//! The desk: what one component has the file worker do, a job at a time.

use std::cell::Cell;
use std::ops::ControlFlow;

use leptos::prelude::*;

use super::Job;
use super::message::{Failure, News, Task};

/// Holds the running job; it ends with the component.
#[derive(Clone, Copy)]
pub struct Desk {
    running: StoredValue<Option<Job>, LocalStorage>,
}

impl Desk {
    /// A desk of the component that calls this.
    pub fn of_component() -> Desk {
        let desk = Desk { running: StoredValue::new_local(None) };
        on_cleanup(move || desk.clear());
        desk
    }

    /// Gives a task, in the place of any other, with the bytes that belong to it. `heard` is told the news with their bytes
    /// until it breaks off; then the job is over, and nothing more is told: of several failures the first one is the cause.
    pub fn give(
        self,
        task: Task,
        content: Option<Vec<u8>>,
        heard: impl Fn(News, Option<Vec<u8>>) -> ControlFlow<()> + Clone + 'static,
    ) {
        let told = {
            let (heard, over) = (heard.clone(), Cell::new(false));
            move |news, content| {
                if !over.get() && heard(news, content).is_break() {
                    over.set(true);
                    self.clear();
                }
            }
        };
        match Job::start(task, content, told) {
            // Where the component is gone by now, the job ends here.
            Ok(job) => {
                let _ = self.running.try_update_value(|running| *running = Some(job));
            }
            Err(error) => {
                leptos::logging::error!("the file worker could not be started: {error:?}");
                let _ = heard(News::Failed(Failure::Module), None);
            }
        }
    }

    pub fn clear(self) {
        // Gone already when the component is.
        let _ = self.running.try_update_value(|running| *running = None);
    }
}
