//! Chromium's own network log: what pages and workers wanted from any place but the site, which they never get.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The log of one browser. It holds the requests of workers too, which a page's log does not, and tells them from
/// those that Chromium makes for itself.
pub struct Elsewhere {
    log: PathBuf,
    site: String,
}

impl Elsewhere {
    /// `site` is the site's address, with its last slash.
    pub fn new(folder: &Path, site: &str) -> Elsewhere {
        Elsewhere { log: folder.join("network.json"), site: site.to_owned() }
    }

    /// Chromium's options for it. Every other place, also on this machine, is behind a proxy that is not there.
    pub fn options(&self) -> [String; 3] {
        let host = self.site.trim_start_matches("http://").trim_end_matches('/');
        [
            format!("--log-net-log={}", self.log.display()),
            "--proxy-server=http://127.0.0.1:9".into(),
            format!("--proxy-bypass-list=<-loopback>;{host}"),
        ]
    }

    /// The addresses that pages asked for. Chromium completes its log when it ends: this waits for that.
    pub fn requests(&self, patience: Duration) -> Vec<String> {
        let start = Instant::now();
        let log = loop {
            let log = fs::read(&self.log).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
            match log {
                Some(log) => break log,
                None if start.elapsed() > patience => panic!("{} was not completed", self.log.display()),
                None => thread::sleep(Duration::from_millis(50)),
            }
        };
        let kind = &log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"];
        let events = log["events"].as_array().expect("the log has events").iter();
        let requests = events.filter(|event| &event["type"] == kind).map(|event| &event["params"]);
        // What Chromium asks for by itself was asked by no page: its initiator is “not an origin”.
        let of_pages = requests.filter(|request| request["initiator"].as_str().is_some_and(|it| it.contains("://")));
        let addresses = of_pages.filter_map(|request| request["url"].as_str());
        addresses.filter(|address| !address.starts_with(&self.site)).map(str::to_owned).collect()
    }
}
