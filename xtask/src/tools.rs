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
    if !answers("rustup") {
        bail!(
            "Rust's target {WASM_TARGET} is missing, and so is rustup, which would add it. \
             Get rustup from your system's packages or from rustup.rs, or install your system's package with \
             Rust's standard library for wasm32 (Debian: libstd-rust-dev-wasm32)."
        );
    }
    step(&format!("Adding Rust's target {WASM_TARGET}"), || {
        run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
    })
}

/// The optimiser for wasm from binaryen.
pub struct WasmOpt {
    program: PathBuf,
    /// The script to run, when `program` is node.
    script: Option<PathBuf>,
}

/// The optimiser from npm in the version that `xtask/npm/` pins, else one on the PATH, else none, with a warning.
pub fn wasm_opt() -> Result<Option<WasmOpt>> {
    if answers("node") && answers(NPM) {
        let folder = target_folder()?.join("tools").join("npm");
        let script = folder.join("node_modules/binaryen/bin/wasm-opt");
        let package = include_str!("../npm/package.json");
        let pinned = folder.join("package.json");
        if !script.exists() || fs::read_to_string(&pinned).ok().as_deref() != Some(package) {
            step("Fetching wasm-opt (npm's binaryen)", || {
                fs::create_dir_all(&folder)?;
                fs::write(folder.join("package-lock.json"), include_str!("../npm/package-lock.json"))?;
                fs::write(&pinned, package)?;
                let mut npm = Command::new(NPM);
                run(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder))
            })?;
        }
        return Ok(Some(WasmOpt { program: "node".into(), script: Some(script) }));
    }
    if answers("wasm-opt") {
        return Ok(Some(WasmOpt { program: "wasm-opt".into(), script: None }));
    }
    eprintln!(
        "! wasm-opt is missing: the app works the same, but its files are about 70 % larger before compression.\n  \
         Get it with npm (install Node.js and run this again) or from your system's package `binaryen`."
    );
    Ok(None)
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

/// npm's program, a script on Windows.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Whether a program is there and tells its version.
fn answers(program: &str) -> bool {
    let told = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    told.is_ok_and(|status| status.success())
}
