//! The report's own module, run in a Web Worker: see `web::printing`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    factory_checkup::web::printing::worker::start();
}
