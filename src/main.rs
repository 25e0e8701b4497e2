//! The program's two `main`s: the app in the browser, the command line elsewhere.

#[cfg(target_arch = "wasm32")]
fn main() {
    factory_checkup::web::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    factory_checkup::cli::main()
}
