//! The build of the deployable folder `dist/`.

use crate::module;
use crate::pack;
use crate::page::{Page, Part};
use crate::site::Site;
use crate::steps::{project, step};
use crate::tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, large, with line numbers in panics.
    Dev,
    /// What users get.
    Release,
}

/// It belongs to no part of the page: Trunk, which hashes no names, must leave it out.
const SERVICE_WORKER: &str = "src/sw.js";

/// Builds everything that `index.html` names and writes it to [`dist`], replacing what was there.
pub fn build(profile: Profile) -> Result<()> {
    tools::ensure_wasm_target()?;
    let optimiser = match profile {
        Profile::Dev => None,
        Profile::Release => tools::wasm_opt()?,
    };

    pack::pack()?;
    let page = Page::read(&project().join("index.html"))?;
    let mut site = Site::default();
    for part in page.parts() {
        if let Part::Module(module) = part {
            module::build(module, profile, optimiser.as_ref())?.place(&mut site)?;
        }
    }
    for part in page.parts() {
        if let Part::File { path, .. } = part {
            let bytes = fs::read(project().join(path)).with_context(|| format!("index.html names {path}"))?;
            site.add(Part::name(path), bytes)?;
        }
    }
    let html = page.fill(&site)?;
    let service_worker = fs::read_to_string(project().join(SERVICE_WORKER)).context(SERVICE_WORKER)?;
    site.add_service_worker(Part::name(SERVICE_WORKER), service_worker, &html)?;
    step("Writing dist/", || site.write(&dist(), &html))?;
    for (name, size) in site.largest(6) {
        eprintln!("  {:>9} bytes  {name}", size);
    }
    Ok(())
}

/// The folder that is served or deployed.
pub fn dist() -> PathBuf {
    project().join("dist")
}
