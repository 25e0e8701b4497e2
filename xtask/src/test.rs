//! Every test, in the order in which they fail fastest: formatting, lints, native tests, browser tests.

use crate::build::{self, Profile};
use crate::steps::{cargo, run, step};
use crate::tools::{self, WASM_TARGET};
use anyhow::Result;

/// Where the tests run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything but the browser.
    Native,
    Everything,
}

/// # Errors
/// At the first thing that is not as it should be; the tool that found it has said what.
pub fn test(scope: Scope) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_component("rustfmt", "cargo-fmt")?;
    tools::ensure_component("clippy", "cargo-clippy")?;
    // First, because a machine where the browser cannot be had should say so before twenty minutes have gone by.
    let browser = match scope {
        Scope::Native => None,
        Scope::Everything => Some(tools::browser()?),
    };

    cargo_step("Checking the formatting", &["fmt", "--all", "--check"])?;
    // The two packages are taken one after the other: together they would share features, and every dependency that
    // has other features then would be compiled once more.
    let warnings_are_errors = ["--", "-D", "warnings"];
    let lint = |what: &str, options: &[&str]| cargo_step(what, &[&["clippy"], options, &warnings_are_errors].concat());
    lint("Linting the app, natively", &["--all-targets"])?;
    lint("Linting the app, for the browser", &["--target", WASM_TARGET, "--no-default-features"])?;
    lint("Linting the file worker, for the browser", &["--target", WASM_TARGET])?;
    lint("Linting these commands", &["--package", "xtask", "--all-targets"])?;
    cargo_step("Testing these commands", &["test", "--package", "xtask"])?;
    cargo_step("Testing natively", &["test"])?;

    if let Some(browser) = browser {
        // The release, because it is what users get: its optimiser and its file names are part of what is tested.
        build::build(Profile::Release)?;
        let axe = tools::axe()?;
        step("Testing in the browser", || {
            let mut cargo = cargo();
            cargo.args(["test", "--test", "browser", "--", "--ignored"]);
            cargo.env("DIST", build::dist()).env("CHROMIUM", browser.chromium).env("CHROMEDRIVER", browser.driver);
            match axe {
                Some(axe) => cargo.env("AXE", axe),
                None => cargo.args(["--skip", "accessibility"]),
            };
            run(&mut cargo)
        })?;
    }
    Ok(())
}

fn cargo_step(what: &str, arguments: &[&str]) -> Result<()> {
    step(what, || run(cargo().args(arguments)))
}
