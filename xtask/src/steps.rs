//! Steps that are told: each long piece of work prints what it is and how long it took.

use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::Instant;

/// Does `work`, printing a line before it and one with its duration after it.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("• {what} …");
    let start = Instant::now();
    let done = work().with_context(|| format!("could not finish: {what}"))?;
    eprintln!("  {:.1} s", start.elapsed().as_secs_f32());
    Ok(done)
}

/// Runs a program with the terminal's own output; an exit code other than zero is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

/// Cargo, the one that runs this program, in the project's folder.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project());
    cargo
}

/// The project's folder.
pub fn project() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the project")
}
