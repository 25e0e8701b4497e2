//! What the finished site takes in Chromium, and its report held against other libraries' there and natively:
//! `benches/chromium/`.

use crate::build::{self, Profile};
use crate::module;
use crate::steps::{cargo, project, run, step};
use crate::tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Builds the release and the comparison, which is neither in the workspace nor in any test, and prints its tables. The
/// files that each library made are left in `target/bench/reports/`, to be looked at.
pub fn bench() -> Result<()> {
    let browser = tools::browser()?;
    let missing = "Node.js with npm is missing: the other libraries come from there";
    let (node, npm) = (tools::find("node").context(missing)?, tools::find("npm").context(missing)?);
    let bench = project().join("benches").join("chromium");
    let folder = tools::target_folder()?.join("bench");
    let packages = folder.join("npm");
    let (package, lock) = (read(&bench.join("package.json"))?, read(&bench.join("package-lock.json"))?);
    tools::install("Fetching pdfmake, jsPDF and what drives the browser", &npm, &packages, &package, &lock)?;
    build::build(Profile::Release)?;
    let (reading, reports) = (folder.join("reading"), folder.join("reports"));
    module::build_bench("core", tools::wasm_opt()?.as_ref())?.write(&reading)?;
    let manifest = bench.join("Cargo.toml");
    step("Making the report natively", || {
        let mut cargo = cargo();
        cargo.args(["run", "--release", "--quiet", "--manifest-path"]).arg(&manifest).arg("--target-dir").arg(&folder);
        run(cargo.arg("--").arg(&reports))
    })?;
    step("Measuring in Chromium", || {
        let mut node = Command::new(node);
        run(node.arg(bench.join("run.js")).args([
            build::dist(),
            reading,
            reports.clone(),
            packages.join("node_modules"),
            browser.chromium.clone(),
        ]))
    })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}
