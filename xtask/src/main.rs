//! The project's commands: `cargo xtask serve`, `test`, `build`, `pack`, `bench` and `fonts`. They fetch the tools they need themselves.

mod bench;
mod build;
#[cfg(feature = "fonts")]
mod fonts;
mod module;
mod pack;
mod page;
mod printpdf;
mod serve;
mod server;
mod site;
mod steps;
mod test;
mod texts;
mod tools;

use anyhow::{Result, bail};
use build::Profile;
use std::process::ExitCode;
use test::Scope;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--release] [--port N]  build the app and serve it on this machine (port 8080, or the next free one)
  test [--native]               run every test; --native leaves out those in the browser
  build [--release]             build the app into dist/, ready to be put on any static web server
  pack                          only pack the questionnaires for the app, as Trunk has it done (build and serve do it too)
  bench                         hold the report against pdfmake, jsPDF and krilla (benches/README.md)
  fonts                         rebuild the report's font packs in style/fonts/ (rarely needed)

--release makes the small and fast files that users get; it takes minutes instead of seconds.";

enum Command {
    Serve { profile: Profile, port: Option<u16> },
    Test { scope: Scope },
    Build { profile: Profile },
    Pack,
    Bench,
    Fonts,
    Help,
}

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    match command(&arguments).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { profile, port } => serve::serve(profile, port),
        Command::Test { scope } => test::test(scope),
        Command::Build { profile } => build::build(profile),
        Command::Pack => pack::pack(),
        Command::Bench => bench::bench(),
        #[cfg(feature = "fonts")]
        Command::Fonts => fonts::rebuild(),
        // The font tools are left out of the everyday commands: this one runs itself again with them.
        #[cfg(not(feature = "fonts"))]
        Command::Fonts => {
            steps::run(steps::cargo().args(["run", "--package", "xtask", "--features", "fonts", "--", "fonts"]))
        }
        Command::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

fn command(arguments: &[String]) -> Result<Command> {
    let Some((name, options)) = arguments.split_first() else { return Ok(Command::Help) };
    let (mut profile, mut port, mut scope) = (Profile::Dev, None, Scope::Everything);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match (name.as_str(), option.as_str()) {
            ("serve" | "build", "--release") => profile = Profile::Release,
            ("test", "--native") => scope = Scope::Native,
            ("serve", "--port") => match options.next().map(|number| number.parse()) {
                Some(Ok(number)) => port = Some(number),
                _ => bail!("--port is followed by a number from 0 to 65535\n\n{USAGE}"),
            },
            _ => bail!("`{name}` does not know `{option}`\n\n{USAGE}"),
        }
    }
    Ok(match name.as_str() {
        "serve" => Command::Serve { profile, port },
        "test" => Command::Test { scope },
        "build" => Command::Build { profile },
        "pack" => Command::Pack,
        "bench" => Command::Bench,
        "fonts" => Command::Fonts,
        "help" | "--help" | "-h" => Command::Help,
        _ => bail!("there is no command `{name}`\n\n{USAGE}"),
    })
}
