//! A web server for one folder, on this machine only: behind `cargo xtask serve`, and in the browser tests.

use std::fs;
use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A running server. It ends when it is dropped.
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` on a port of 127.0.0.1; port 0 is any free one. `notice` hears the path of each request.
    ///
    /// # Errors
    /// When the port cannot be listened on, or the folder has no `index.html`.
    pub fn start(folder: &Path, port: u16, notice: impl Fn(&str) + Send + Sync + 'static) -> Result<Server> {
        let site = Arc::new(Site::new(folder, Box::new(notice))?);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopping);
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let site = Arc::clone(&site);
                // A browser that goes away in the middle of an answer is no trouble of the server's.
                thread::spawn(move || stream.and_then(|stream| site.answer(stream)).ok());
            }
        });
        Ok(Server { address, stopping, thread: Some(thread) })
    }

    /// The site's address, with its last slash.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        // The thread notices only when someone connects.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(thread) = self.thread.take().filter(|_| woken) {
            thread.join().ok();
        }
    }
}

/// A folder without subfolders, and the headers its files are sent with.
struct Site {
    folder: PathBuf,
    policy: String,
    notice: Box<dyn Fn(&str) + Send + Sync>,
}

impl Site {
    fn new(folder: &Path, notice: Box<dyn Fn(&str) + Send + Sync>) -> Result<Site> {
        let page = fs::read_to_string(folder.join("index.html"))?;
        let policy = page.split_once(r#"http-equiv="Content-Security-Policy" content=""#);
        let policy = policy.and_then(|(_, rest)| rest.split_once('"')).map_or("default-src 'self'", |(value, _)| value);
        // A worker does not inherit the page's policy, and a page cannot forbid frames itself: so it is also a header.
        Ok(Site { folder: folder.to_owned(), policy: format!("{policy}; frame-ancestors 'none'"), notice })
    }

    /// Reads one request and answers it; the connection is closed after that.
    fn answer(&self, mut stream: TcpStream) -> Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut lines = BufReader::new(Read::by_ref(&mut stream).take(64 * 1024)).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

        let mut words = request.split(' ');
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        (self.notice)(path);
        let (status, name, body) = match (method, self.file(path)) {
            ("GET" | "HEAD", Some((name, bytes))) => ("200 OK", name, bytes),
            ("GET" | "HEAD", None) => ("404 Not Found", "none.txt", b"There is no such file.\n".to_vec()),
            _ => ("405 Method Not Allowed", "none.txt", b"Only GET and HEAD are answered.\n".to_vec()),
        };
        // Every other file has the hash of its content in its name.
        let caching = match name {
            "index.html" | "none.txt" => "no-store",
            "sw.js" => "no-cache",
            _ => "public, max-age=31536000, immutable",
        };
        write!(
            stream,
            "HTTP/1.1 {status}\r\n\
             Content-Type: {}\r\n\
             Content-Length: {}\r\n\
             Cache-Control: {caching}\r\n\
             Content-Security-Policy: {}\r\n\
             X-Content-Type-Options: nosniff\r\n\
             Referrer-Policy: no-referrer\r\n\
             Connection: close\r\n\r\n",
            media_type(name),
            body.len(),
            self.policy
        )?;
        if method != "HEAD" {
            stream.write_all(&body)?;
        }
        stream.flush()
    }

    /// The file at a request's path, by name and content. The site is flat: a path with a folder in it is no file's.
    fn file<'a>(&self, path: &'a str) -> Option<(&'a str, Vec<u8>)> {
        let name = path.split(['?', '#']).next()?.strip_prefix('/')?;
        let name = if name.is_empty() { "index.html" } else { name };
        if name.contains(['/', '\\', ':']) || name.starts_with('.') {
            return None;
        }
        fs::read(self.folder.join(name)).ok().map(|bytes| (name, bytes))
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("ttf") => "font/ttf",
        Some("json") => "application/json",
        _ => "text/plain; charset=utf-8",
    }
}
