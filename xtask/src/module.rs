//! A wasm module: compiled, bound to JavaScript by wasm-bindgen, and made small for a release.

use crate::build::Profile;
use crate::page::Module;
use crate::printpdf;
use crate::site::Site;
use crate::steps::{cargo, run, step};
use crate::tools::{self, WasmOpt};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

/// A finished module: its JavaScript side and its wasm.
pub struct Built {
    program: String,
    js: String,
    wasm: Vec<u8>,
}

impl Built {
    /// Adds both files to the site, under the names that wasm-bindgen gives them.
    pub fn place(self, site: &mut Site) -> Result<()> {
        site.add(&format!("{}_bg.wasm", self.program), self.wasm)?;
        site.add(&format!("{}.js", self.program), self.js.into_bytes())
    }

    /// Writes both files into a folder, under the same names.
    pub fn write(self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join(format!("{}_bg.wasm", self.program)), self.wasm)?;
        Ok(fs::write(folder.join(format!("{}.js", self.program)), self.js)?)
    }
}

/// Builds one module; `optimiser` makes a release's wasm smaller.
pub fn build(module: &Module, profile: Profile, optimiser: Option<&WasmOpt>) -> Result<Built> {
    let Module { program, default_features } = module;
    step(&format!("Compiling {program} for the browser"), || {
        let mut cargo = cargo();
        cargo.args(["build", "--target", tools::WASM_TARGET, "--bin", program]);
        if !default_features {
            cargo.arg("--no-default-features");
        }
        if profile == Profile::Release {
            cargo.arg("--release");
        }
        run(&mut cargo)
    })?;
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    let compiled = tools::target_folder()?.join(tools::WASM_TARGET).join(folder).join(format!("{program}.wasm"));
    bind(program, &compiled, optimiser)
}

/// Builds a benchmark as the app's module is built for a release.
pub fn build_bench(name: &str, optimiser: Option<&WasmOpt>) -> Result<Built> {
    let compiled = step(&format!("Compiling the benchmark {name} for the browser"), || {
        let mut cargo = cargo();
        cargo.args(["build", "--release", "--target", tools::WASM_TARGET, "--no-default-features", "--bench", name]);
        cargo.args(["--message-format", "json-render-diagnostics"]).stderr(Stdio::inherit());
        let output = cargo.output()?;
        ensure!(output.status.success(), "it does not compile");
        // The file's name has a hash in it, which only cargo knows.
        let messages = String::from_utf8(output.stdout)?;
        let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let mut programs = artifacts
            .filter(|artifact| artifact["target"]["name"] == name)
            .filter_map(|artifact| Some(PathBuf::from(artifact["executable"].as_str()?)));
        programs.next().with_context(|| format!("cargo names no program for the benchmark {name}"))
    })?;
    bind(name, &compiled, optimiser)
}

/// What is done with a module after it is compiled.
fn bind(program: &str, compiled: &Path, optimiser: Option<&WasmOpt>) -> Result<Built> {
    let mut built = step(&format!("Binding {program} to JavaScript"), || {
        let mut compiled = ModuleConfig::new().generate_dwarf(false).parse_file(compiled)?;
        printpdf::remove_javascript_api(&mut compiled);
        let mut bindgen = Bindgen::new();
        bindgen.input_module(program, compiled).web(true)?.omit_default_module_path(false);
        let mut output = bindgen.generate_output()?;
        ensure!(
            output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
            "a dependency of {program} brings JavaScript files of its own, which the site has no place for yet"
        );
        let wasm = output.wasm_mut().emit_wasm();
        Ok(Built { program: program.to_owned(), js: output.js().to_owned(), wasm })
    })?;
    if let Some(optimiser) = optimiser {
        built.wasm = step(&format!("Optimising {program}"), || optimiser.optimise(program, &built.wasm))?;
    }
    Ok(built)
}
