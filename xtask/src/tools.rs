//! The tools the commands need, and how each is found or fetched.

use crate::steps::{run, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Cargo's target folder, wherever the environment or the configuration puts it: this program runs from
/// `<target>/<profile>/`.
pub fn target_folder() -> Result<PathBuf> {
    let this = std::env::current_exe().context("this program's own path is unknown")?;
    let folder = this.parent().and_then(Path::parent);
    Ok(folder.context("this program does not run from cargo's target folder")?.to_owned())
}

/// Adds Rust's standard library for wasm with rustup, when it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let found = Command::new(rustc).args(["--print", "target-libdir", "--target", WASM_TARGET]).output();
    let found = found.context("rustc could not be started")?;
    if Path::new(String::from_utf8_lossy(&found.stdout).trim()).is_dir() {
        return Ok(());
    }
    let Some(rustup) = find("rustup") else {
        bail!(
            "Rust's target {WASM_TARGET} is missing, and so is rustup, which would add it. \
             Get rustup from rustup.rs or your system's packages, or install your system's package with \
             Rust's standard library for wasm32 (Debian: libstd-rust-dev-wasm32)."
        );
    };
    step(&format!("Adding Rust's target {WASM_TARGET}"), || {
        run(Command::new(rustup).args(["target", "add", WASM_TARGET]))
    })
}

/// Adds a component of the Rust toolchain with rustup, when its program does not run.
pub fn ensure_component(component: &str, program: &str) -> Result<()> {
    let told = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if told.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    let Some(rustup) = find("rustup") else {
        bail!(
            "{program} is missing, and so is rustup, which would add it. Install your system's package `{component}`."
        );
    };
    step(&format!("Adding Rust's {component}"), || run(Command::new(rustup).args(["component", "add", component])))
}

/// The programs the browser tests drive.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Chromium, its driver and poppler's `pdftotext` and `pdffonts`; what is missing is installed with apt when this
/// runs as root on a system that has it.
pub fn browser() -> Result<Browser> {
    let mut missing = missing_for_the_browser();
    if !missing.is_empty() && find("apt-get").is_some() && is_root() {
        step(&format!("Installing {} with apt-get", missing.join(", ")), || {
            let apt = |arguments: &[&str]| {
                run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
            };
            apt(&["update", "--quiet=2"])?;
            apt(&[&["install", "--yes", "--quiet=2", "--no-install-recommends"], missing.as_slice()].concat())
        })?;
        missing = missing_for_the_browser();
    }
    match (find_chromium(), find("chromedriver")) {
        (Some(chromium), Some(driver)) if missing.is_empty() => Ok(Browser { chromium, driver }),
        _ => bail!(
            "the browser tests need {missing}. On Debian or Ubuntu run\n\n    \
             sudo apt-get update && sudo apt-get install --yes {missing}\n\n\
             elsewhere install Chromium or Chrome, the ChromeDriver of the same version, and poppler's tools, \
             so that they are on the PATH. `cargo xtask test --native` does without.",
            missing = missing.join(" ")
        ),
    }
}

/// The Debian packages of which something the browser tests need is not there.
fn missing_for_the_browser() -> Vec<&'static str> {
    let needs = [
        ("chromium", find_chromium().is_some()),
        ("chromium-driver", find("chromedriver").is_some()),
        ("poppler-utils", find("pdftotext").is_some() && find("pdffonts").is_some()),
    ];
    needs.into_iter().filter(|(_, there)| !there).map(|(package, _)| package).collect()
}

fn find_chromium() -> Option<PathBuf> {
    let named = ["chromium", "chromium-browser", "google-chrome", "chrome"].into_iter().find_map(find);
    let installed = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];
    named.or_else(|| installed.iter().map(PathBuf::from).find(|path| path.exists()))
}

fn is_root() -> bool {
    let told = Command::new("id").arg("-u").output();
    told.is_ok_and(|told| told.stdout == b"0\n")
}

/// The optimiser for wasm from binaryen.
pub struct WasmOpt {
    program: PathBuf,
    /// The script to run, when `program` is node.
    script: Option<PathBuf>,
}

/// The optimiser from npm in the version that `xtask/npm/` pins, else one on the PATH, else none, with a warning.
pub fn wasm_opt() -> Result<Option<WasmOpt>> {
    if let (Some(node), Some(script)) = (find("node"), from_npm("binaryen/bin/wasm-opt")?) {
        return Ok(Some(WasmOpt { program: node, script: Some(script) }));
    }
    if let Some(program) = find("wasm-opt") {
        return Ok(Some(WasmOpt { program, script: None }));
    }
    eprintln!(
        "! wasm-opt is missing: the app works the same, but its files are about 70 % larger before compression.\n  \
         Get it with npm (install Node.js and run this again) or from your system's package `binaryen`."
    );
    Ok(None)
}

/// The script that looks for what keeps people out of a page, from npm in the version that `xtask/npm/` pins; else
/// none, with a warning.
pub fn axe() -> Result<Option<PathBuf>> {
    let script = from_npm("axe-core/axe.min.js")?;
    if script.is_none() {
        eprintln!("! npm is missing: the tests of accessibility are left out. Install Node.js and run this again.");
    }
    Ok(script)
}

/// A file of the packages that `xtask/npm/` pins, fetched when it is not there; `None` where there is no npm.
fn from_npm(path: &str) -> Result<Option<PathBuf>> {
    let Some(npm) = find("npm") else { return Ok(None) };
    let folder = target_folder()?.join("tools").join("npm");
    let (package, lock) = (include_str!("../npm/package.json"), include_str!("../npm/package-lock.json"));
    install("Fetching wasm-opt (npm's binaryen) and axe-core", &npm, &folder, package, lock)?;
    let file = folder.join("node_modules").join(path);
    Ok(Some(file))
}

/// Installs the packages that `package` and `lock` pin into `folder`, unless it has these already.
pub fn install(what: &str, npm: &Path, folder: &Path, package: &str, lock: &str) -> Result<()> {
    let pinned = folder.join("package.json");
    if folder.join("node_modules").exists() && fs::read_to_string(&pinned).ok().as_deref() == Some(package) {
        return Ok(());
    }
    step(what, || {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("package-lock.json"), lock)?;
        fs::write(&pinned, package)?;
        run(Command::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
            .current_dir(folder))
    })
}

impl WasmOpt {
    /// The same module in fewer bytes. No feature flags: the module says itself which features it uses.
    pub fn optimise(&self, name: &str, wasm: &[u8]) -> Result<Vec<u8>> {
        let folder = target_folder()?.join("tools");
        let (before, after) = (folder.join(format!("{name}.wasm")), folder.join(format!("{name}.small.wasm")));
        fs::create_dir_all(&folder)?;
        fs::write(&before, wasm)?;
        run(Command::new(&self.program).args(&self.script).arg("-Oz").arg(&before).arg("-o").arg(&after))?;
        Ok(fs::read(&after)?)
    }
}

/// The program of that name on the PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let folders = std::env::var_os("PATH")?;
    let mut places = std::env::split_paths(&folders)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))));
    places.find(|place| place.is_file())
}
