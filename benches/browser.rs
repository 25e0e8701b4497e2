//! What the finished site takes: the bytes of its files, and the time from a click to a finished report in Chromium.
//!
//! `cargo xtask build --release && cargo bench --profile dev --bench browser`

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/browser/app.rs"]
mod app;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/browser/browser.rs"]
mod browser;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/browser/elsewhere.rs"]
mod elsewhere;
#[allow(dead_code, reason = "xtask uses all of it")]
#[path = "../xtask/src/server.rs"]
mod server;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use app::{ZH, seed_file};
use browser::{Browser, DESKTOP};
use serde_json::json;

const PLANT: &str = "discrete-l1-with-gaps";
/// Reports after the first one.
const AGAIN: usize = 9;

fn main() {
    sizes(Path::new("dist"));
    times();
}

fn sizes(folder: &Path) {
    println!("{:<46} {:>9} {:>9}", "file", "bytes", "brotli 11");
    let mut files: Vec<_> = fs::read_dir(folder).expect("dist/: cargo xtask build --release").flatten().collect();
    files.sort_by_key(|file| file.file_name());
    for file in files {
        let compressed =
            Command::new("brotli").args(["-q", "11", "-c"]).arg(file.path()).stderr(Stdio::null()).output();
        let compressed = compressed.map_or_else(|_| "(no brotli)".into(), |output| output.stdout.len().to_string());
        let bytes = file.metadata().expect("a file of dist/").len();
        println!("{:<46} {bytes:>9} {compressed:>9}", file.file_name().to_string_lossy());
    }
}

/// In the page, from the click to the sentence that the report is ready: module, fonts, layout, PDF, and the drawing.
fn times() {
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file(PLANT)]);
    browser.wait_for_text(ZH.make_report());
    browser.click(ZH.make_report());
    browser.wait_for_text(ZH.print_report());
    let make = |button: &str| {
        let script = "
            const [button, ready] = arguments;
            globalThis.longest ??= 0;
            globalThis.observer ??= new PerformanceObserver(list => {
                for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
            });
            globalThis.observer.observe({ entryTypes: ['longtask'] });
            const found = [...document.querySelectorAll('button')].find(one => one.textContent.includes(button));
            const start = performance.now();
            found.click();
            return new Promise(done => {
                const look = () => document.body.innerText.includes(ready)
                    ? done(performance.now() - start) : setTimeout(look, 1);
                setTimeout(look, 1);
            });";
        browser.script(script, vec![json!(button), json!(ZH.report_ready())]).as_f64().expect("milliseconds")
    };
    println!("first report, module and fonts fetched from this machine: {:.0} ms", make(ZH.print_report()));
    let mut again: Vec<f64> = (0..AGAIN).map(|_| make(ZH.print_again())).collect();
    again.sort_by(f64::total_cmp);
    println!("again, median of {AGAIN}: {:.0} ms ({:.0}–{:.0})", again[AGAIN / 2], again[0], again[AGAIN - 1]);
    let longest = browser.script("return globalThis.longest", vec![]).as_f64().expect("milliseconds");
    println!("longest task of the page's own thread meanwhile, where above 50 ms: {longest:.0} ms");
}
