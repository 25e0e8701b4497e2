//! The list of the questionnaires' texts for the command line, which carries them: no list of them is kept by hand.
//!
//! The app has none of them in its module: there they come in a file of their own, which `cargo xtask` packs.

#[path = "xtask/src/texts.rs"]
mod texts;

use std::env;
use std::fs;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=xtask/src/texts.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        return;
    }
    // A new file, too, makes this run again.
    println!("cargo::rerun-if-changed=questionnaires");
    let folder =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where the project is")).join("questionnaires");
    let paths = texts::paths(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let pair = |path: &String| format!("({path:?}, include_str!({:?})),\n", folder.join(path).display().to_string());
    let list = format!("&[\n{}]\n", paths.iter().map(pair).collect::<String>());
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("questionnaires.rs"), list).expect("the list can be written");
}
