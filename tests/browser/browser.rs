//! A browser with pleasant verbs: Chromium, headless, on the finished site, with a profile of its own.
//!
//! Every verb waits up to [`PATIENCE`] for what it needs, and panics with what it saw instead.

use crate::elsewhere::Elsewhere;
use crate::server::Server;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::{self, Runtime};

/// A page's width and height in CSS pixels.
pub type Size = (u32, u32);

pub const PHONE: Size = (360, 740);
pub const TABLET: Size = (768, 1024);
pub const DESKTOP: Size = (1280, 800);

/// How long a verb waits.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The folder with the finished site.
pub fn finished_site() -> PathBuf {
    env::var_os("DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

/// One person at one device, who reads Chinese. Everything it started ends when it is dropped.
pub struct Browser {
    client: Option<Client>,
    runtime: Runtime,
    size: Size,
    requests: Arc<Mutex<Vec<String>>>,
    elsewhere: Elsewhere,
    downloads: TempDir,
    /// The downloads that a test has been given already.
    taken: RefCell<BTreeSet<PathBuf>>,
    server: Option<Server>,
    address: String,
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Starts everything and opens the finished site's first page.
    ///
    /// The environment may say where things are: `DIST` (else the project's `dist/`), `CHROMIUM` and `CHROMEDRIVER`
    /// (else those on the PATH), `SCREENSHOTS` (else none are kept).
    pub fn open(size: Size) -> Browser {
        Browser::open_site(&finished_site(), size)
    }

    /// The same with the site in some other folder.
    pub fn open_site(folder: &Path, size: Size) -> Browser {
        let requests = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&requests);
        let server = Server::start(folder, 0, move |path| heard.lock().expect("a plain list").push(path.to_owned()))
            .unwrap_or_else(|error| panic!("{} cannot be served ({error}): run cargo xtask build", folder.display()));
        let address = server.address();
        let downloads = tempfile::tempdir().expect("a folder for downloads");
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let elsewhere = Elsewhere::new(profile.path(), &address);
        let driver = Driver::start();

        let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut options = vec![
            "--headless".to_owned(),
            "--no-sandbox".into(),
            "--disable-gpu".into(),
            "--disable-quic".into(),
            "--disable-dev-shm-usage".into(),
            "--no-first-run".into(),
            "--disable-background-networking".into(),
            "--disable-component-update".into(),
            "--disable-sync".into(),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        options.extend(elsewhere.options());
        let mut chromium = json!({
            "args": options,
            "prefs": {
                "intl.accept_languages": "zh-CN,zh",
                "download.default_directory": downloads.path(),
                "download.prompt_for_download": false,
            },
        });
        if let Some(program) = env::var_os("CHROMIUM") {
            chromium["binary"] = json!(PathBuf::from(program));
        }
        let capabilities = json!({ "goog:chromeOptions": chromium, "goog:loggingPrefs": { "browser": "ALL" } });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written above") };
        let client = runtime
            .block_on(ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&driver.address));
        let client = client.unwrap_or_else(|error| panic!("Chromium could not be started: {error}"));

        let mut browser = Browser {
            client: Some(client),
            runtime,
            size,
            requests,
            elsewhere,
            downloads,
            taken: RefCell::default(),
            server: Some(server),
            address,
            _driver: driver,
            _profile: profile,
        };
        browser.resize(size);
        browser.go("");
        browser
    }

    /// Opens a place in the site, such as `#/result`; the empty one is the first page.
    pub fn go(&self, place: &str) {
        self.must("open the page", self.client().goto(&format!("{}{place}", self.address)));
    }

    pub fn reload(&self) {
        self.must("reload", self.client().refresh());
    }

    /// Makes the page that many CSS pixels wide and high.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.show_as(size);
    }

    /// Stops the site's server: from here on the page has only what it already holds.
    pub fn cut_the_network(&mut self) {
        self.server = None;
    }

    /// A part of the page, for words that stand elsewhere too: an article, a section, a group of choices, an entry of
    /// a list or a dialogue. Its name is its label for screen readers, or the first heading, legend or label in it.
    pub fn within<'a>(&'a self, name: &'a str) -> Part<'a> {
        Part { browser: self, name: Some(name) }
    }

    /// Clicks the button, link, tab, choice or label that says exactly this, or is named so for screen readers.
    pub fn click(&self, words: &str) {
        self.page().click(words);
    }

    /// Clicks the first visible element of a CSS selector: for what has no words.
    pub fn click_on(&self, selector: &str) {
        self.click_found(&format!("{selector} to click"), ELEMENT, selector, None);
    }

    /// Puts `value` into the field with this label: replaces a text, or chooses an option by its
    /// words. Not for dates.
    pub fn fill(&self, label: &str, value: &str) {
        self.page().fill(label, value);
    }

    /// What stands in the field with this label.
    pub fn value(&self, label: &str) -> String {
        self.page().value(label)
    }

    /// Gives files to the file field with this label; `""` is the page's first one.
    pub fn choose_files<P: AsRef<Path>>(&self, label: &str, files: &[P]) {
        let field = self.find(&format!("a file field labelled “{label}”"), FILE_FIELD, label, None);
        let paths = files.iter().map(|path| path.as_ref().display().to_string()).collect::<Vec<_>>();
        self.must("choose files", field.send_keys(&paths.join("\n")));
    }

    /// Drops files, all at once, on the first visible element of a CSS selector.
    pub fn drop_files<P: AsRef<Path>>(&self, selector: &str, files: &[P]) {
        let target = self.find(selector, ELEMENT, selector, None);
        let files = files.iter().map(AsRef::as_ref).map(|path| {
            let content = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            json!({ "name": path.file_name().map(|name| name.to_string_lossy()), "content": content })
        });
        let files = files.collect::<Vec<_>>();
        self.script(DROP, vec![to_json(&target), json!(files)]);
    }

    /// Does something in a second tab with the same address, closes that and comes back.
    pub fn in_another_tab(&self, work: impl FnOnce()) {
        let here = self.must("name this tab", self.client().window());
        let address = self.must("read the address", self.client().current_url());
        let tab = self.must("open a tab", self.client().new_window(true)).handle;
        self.must("go to the tab", self.client().switch_to_window(tab));
        self.show_as(self.size);
        self.must("open the page", self.client().goto(address.as_str()));
        work();
        self.must("close the tab", self.client().close_window());
        self.must("come back", self.client().switch_to_window(here));
    }

    /// Presses a key where the focus is: a character, or one that `fantoccini::key::Key` names.
    pub fn press(&self, key: impl Into<char>) {
        let key = key.into().to_string();
        let focused = self.must("find the focus", self.client().active_element());
        self.must("press a key", focused.send_keys(&key));
    }

    /// Waits until the focus is on a part of the page or in it; see [`Browser::within`] for its name.
    pub fn wait_for_focus_in(&self, part: &str) {
        self.find(&format!("the focus in “{part}”"), FOCUSED, part, Some(part));
    }

    /// The visible text of the first element of a CSS selector.
    pub fn text(&self, selector: &str) -> String {
        let element = self.find(selector, ELEMENT, selector, None);
        self.must("read a text", element.text())
    }

    /// Waits for a visible element of a CSS selector.
    pub fn wait_for(&self, selector: &str) {
        self.find(selector, ELEMENT, selector, None);
    }

    /// Waits until the page shows this text somewhere.
    pub fn wait_for_text(&self, text: &str) {
        self.until(&format!("the text “{text}”"), || self.sees(text).then_some(()));
    }

    /// Waits until the page shows this text nowhere any more.
    pub fn wait_until_gone(&self, text: &str) {
        self.until(&format!("the end of the text “{text}”"), || (!self.sees(text)).then_some(()));
    }

    /// Whether the page shows this text now.
    pub fn sees(&self, text: &str) -> bool {
        self.script("return document.body.innerText.includes(arguments[0])", vec![json!(text)]) == json!(true)
    }

    /// Waits for a downloaded file whose name ends so, and gives its path; each file once.
    pub fn downloaded(&self, ending: &str) -> PathBuf {
        self.until(&format!("a download *{ending}"), || {
            let files = fs::read_dir(self.downloads.path()).expect("the folder of downloads");
            // While it is written, its name ends otherwise; the name that it will have may be taken by an empty file.
            let files = files.flatten().filter(|entry| entry.metadata().is_ok_and(|file| file.len() > 0));
            let mut files = files.map(|entry| entry.path());
            let found =
                files.find(|path| path.to_string_lossy().ends_with(ending) && !self.taken.borrow().contains(path))?;
            self.taken.borrow_mut().insert(found.clone());
            Some(found)
        })
    }

    /// What the console says that a user should never cause: warnings, errors, broken policies.
    /// What was told once is not told again.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.command("se/log", json!({ "type": "browser" }));
        let entries = log.as_array().cloned().unwrap_or_default();
        let bad = entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        bad.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The paths that the site's server was asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("a plain list").clone()
    }

    /// What pages and workers asked for from any other place, up to now. It ends the browser, whose log is complete
    /// only then.
    pub fn requests_elsewhere(mut self) -> Vec<String> {
        self.close();
        self.elsewhere.requests(PATIENCE)
    }

    /// The place in the site that the page's address names, such as `#/method`.
    pub fn place(&self) -> String {
        self.script("return location.hash", vec![]).as_str().unwrap_or_default().to_owned()
    }

    /// Counts the page's frames and its long tasks from here on; see [`Browser::liveliness`].
    pub fn watch_liveliness(&self) {
        self.script(WATCH, vec![]);
    }

    /// How the page has been since [`Browser::watch_liveliness`].
    pub fn liveliness(&self) -> Liveliness {
        let seen = self.script("return window.liveliness", vec![]);
        let milliseconds = |name: &str| Duration::from_secs_f64(seen[name].as_f64().unwrap_or_default() / 1000.0);
        Liveliness {
            frames: seen["frames"].as_u64().unwrap_or_default(),
            watched: milliseconds("watched"),
            longest_task: milliseconds("longestTask"),
        }
    }

    /// Keeps a picture of the whole page as `SCREENSHOTS/name-width.png`, when that folder is named.
    pub fn screenshot(&self, name: &str) {
        let Some(folder) = env::var_os("SCREENSHOTS").map(PathBuf::from) else { return };
        let height = self.script("return document.documentElement.scrollHeight", vec![]).as_u64();
        let (width, visible) = self.size;
        self.show_as((width, height.and_then(|height| height.try_into().ok()).unwrap_or(visible).max(visible)));
        let picture = self.must("take a picture", self.client().screenshot());
        self.show_as(self.size);
        fs::create_dir_all(&folder).expect("the folder of SCREENSHOTS");
        fs::write(folder.join(format!("{name}-{width}.png")), picture).expect("a picture in SCREENSHOTS");
    }

    /// Runs JavaScript in the page: for what no verb can tell.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.must("run a script", self.client().execute(script, arguments))
    }

    fn page(&self) -> Part<'_> {
        Part { browser: self, name: None }
    }

    fn click_found(&self, what: &str, finder: &str, argument: &str, part: Option<&str>) {
        self.until(what, || {
            let element = self.found(finder, argument, part)?;
            // It may have moved or been drawn anew since, or lie under a bar that stays: then it is scrolled out from
            // there and looked for again.
            let clicked = self.runtime.block_on(element.click());
            if clicked.is_err() {
                let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
                let _ = self.runtime.block_on(self.client().execute(scroll, vec![to_json(&element)]));
            }
            clicked.ok()
        })
    }

    fn find(&self, what: &str, finder: &str, argument: &str, part: Option<&str>) -> Element {
        self.until(what, || self.found(finder, argument, part))
    }

    fn found(&self, finder: &str, argument: &str, part: Option<&str>) -> Option<Element> {
        let script = format!("{VISIBLE}\n{finder}");
        let arguments = vec![json!(argument), json!(part)];
        let found = self.runtime.block_on(self.client().execute(&script, arguments)).ok()?;
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client().clone(), id.into()))
    }

    /// Tries again and again until it is there.
    pub fn until<T>(&self, what: &str, mut try_it: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(done) = try_it() {
                return done;
            }
            if start.elapsed() > PATIENCE {
                self.screenshot("missed");
                let page = self.script("return document.body.innerText", vec![]);
                panic!("{what} did not come in {PATIENCE:?}; the page says:\n{}", page.as_str().unwrap_or_default());
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn show_as(&self, (width, height): Size) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
    }

    fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    fn command(&self, path: &'static str, body: Value) -> Value {
        self.must(path, self.client().issue_cmd(DriverCommand { path, body }))
    }

    fn must<T, E: std::fmt::Display>(&self, what: &str, work: impl Future<Output = Result<T, E>>) -> T {
        self.runtime.block_on(work).unwrap_or_else(|error| panic!("the browser could not {what}: {error}"))
    }

    fn close(&mut self) {
        if let Some(client) = self.client.take() {
            self.runtime.block_on(client.close()).ok();
        }
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the session is open until the browser is dropped")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.close();
    }
}

/// Whether a page had time for its user.
#[derive(Clone, Copy, Debug)]
pub struct Liveliness {
    /// How often it could draw.
    pub frames: u64,
    pub watched: Duration,
    /// For how long it could do nothing else, at worst; tasks below 50 ms count as none.
    pub longest_task: Duration,
}

/// The page, or a part of it.
pub struct Part<'a> {
    browser: &'a Browser,
    name: Option<&'a str>,
}

impl Part<'_> {
    /// As [`Browser::click`].
    pub fn click(&self, words: &str) {
        let what = self.in_words(&format!("something to click that says “{words}”"));
        self.browser.click_found(&what, CLICKABLE, words, self.name);
    }

    /// As [`Browser::fill`].
    pub fn fill(&self, label: &str, value: &str) {
        let field = self.field(label);
        let kind = self.browser.script("return arguments[0].localName", vec![to_json(&field)]);
        match kind.as_str() {
            Some("select") => self.browser.must("choose an option", field.select_by_label(value)),
            _ if value.is_empty() => self.browser.must("empty a field", field.clear()),
            _ => {
                self.browser.script("arguments[0].focus(); arguments[0].select()", vec![to_json(&field)]);
                // Typed key by key, the driver would refuse emoji and take seconds for a long note.
                self.browser.devtools("Input.insertText", json!({ "text": value }));
            }
        };
    }

    /// As [`Browser::value`].
    pub fn value(&self, label: &str) -> String {
        let value = self.browser.script("return arguments[0].value", vec![to_json(&self.field(label))]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Whether the choice or box that says this is chosen.
    pub fn is_chosen(&self, words: &str) -> bool {
        let what = self.in_words(&format!("a choice that says “{words}”"));
        let choice = self.browser.find(&what, CLICKABLE, words, self.name);
        self.browser.script("return arguments[0].control.checked", vec![to_json(&choice)]) == json!(true)
    }

    fn field(&self, label: &str) -> Element {
        self.browser.find(&self.in_words(&format!("a field labelled “{label}”")), FIELD, label, self.name)
    }

    fn in_words(&self, what: &str) -> String {
        self.name.map_or_else(|| what.to_owned(), |name| format!("{what} within “{name}”"))
    }
}

/// ChromeDriver on a port that it chose.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    fn start() -> Driver {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let started = Command::new(&program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = started.unwrap_or_else(|error| panic!("{} could not be started: {error}", program.display()));
        let output = process.stdout.take().expect("the output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| line.split_once("successfully on port ").map(|(_, rest)| rest.to_owned()));
        // It would end at its next word if nobody listened.
        thread::spawn(move || lines.for_each(drop));
        let port = port.expect("ChromeDriver names its port").trim_end_matches('.').to_owned();
        Driver { process, address: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// A command of ChromeDriver's own, below the session's address.
#[derive(Debug)]
struct DriverCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for DriverCommand {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

fn to_json(element: &Element) -> Value {
    serde_json::to_value(element).expect("an element is a name and a string")
}

// The driver can drag elements, but no files.
const DROP: &str = "
const carried = new DataTransfer();
arguments[1].forEach(file => carried.items.add(new File([file.content], file.name)));
for (const kind of ['dragenter', 'dragover', 'drop']) {
    arguments[0].dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
}
";

const WATCH: &str = "
const start = performance.now();
const seen = { frames: 0, watched: 0, longestTask: 0 };
const tick = () => { seen.frames += 1; seen.watched = performance.now() - start; requestAnimationFrame(tick); };
requestAnimationFrame(tick);
new PerformanceObserver(list => list.getEntries().forEach(task => {
    seen.longestTask = Math.max(seen.longestTask, task.duration);
})).observe({ type: 'longtask' });
window.liveliness = seen;
";

// The finders run in the page and return one element or null; `arguments[0]` is what they look for, `arguments[1]` the
// name of the part to look in, or null.

const VISIBLE: &str = "
const wanted = arguments[0];
const visible = element => element.checkVisibility({ visibilityProperty: true });
const words = text => (text ?? '').replace(/\\s+/g, ' ').trim();
const is = (element, text) => words(element?.innerText) === text || words(element?.ariaLabel) === text;
const says = (element, text) => is(element, text)
    || (element?.matches('label, h1, h2, h3, h4') && [...element.children].some(child => is(child, text)));
const labelled = (element, text) => words(element.ariaLabel) === text
    || [...(element.labels ?? [])].some(label => label.control === element && says(label, text));
const named = (part, name) => words(part.ariaLabel) === name
    || says(part.querySelector('legend, h1, h2, h3, h4, label'), name);
const parts = 'article, section, fieldset, dialog, li, tr';
const root = arguments[1] === null ? document
    : [...document.querySelectorAll(parts)].find(part => visible(part) && named(part, arguments[1]));
if (!root) return null;
";

const ELEMENT: &str = "return [...root.querySelectorAll(wanted)].find(visible) ?? null;";

const CLICKABLE: &str = "
const kinds = 'button, a[href], label, summary, [role=button], [role=tab], [role=radio], [role=menuitem]';
return [...root.querySelectorAll(kinds)].find(element => visible(element) && says(element, wanted)) ?? null;
";

const FIELD: &str = "
return [...root.querySelectorAll('input, textarea, select')]
    .find(element => visible(element) && labelled(element, wanted)) ?? null;
";

const FOCUSED: &str = "return root.contains(document.activeElement) ? root : null;";

// A file field is often hidden behind a nicer button.
const FILE_FIELD: &str = "
return [...root.querySelectorAll('input[type=file]')]
    .find(element => wanted === '' || labelled(element, wanted)) ?? null;
";
