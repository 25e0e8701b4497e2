//! A wasm module: compiled, bound to JavaScript by wasm-bindgen, and made small for a release.

use crate::build::Profile;
use crate::page::Module;
use crate::printpdf;
use crate::site::Site;
use crate::steps::{cargo, run, step};
use crate::tools::{self, WasmOpt};
use anyhow::{Result, ensure};
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
        Ok(Built { program: program.clone(), js: output.js().to_owned(), wasm })
    })?;
    if let Some(optimiser) = optimiser {
        built.wasm = step(&format!("Optimising {program}"), || optimiser.optimise(program, &built.wasm))?;
    }
    Ok(built)
}
