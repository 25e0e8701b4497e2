//! The file worker's own module, run in a Web Worker: see `web::file_worker`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    factory_checkup::web::file_worker::worker::start();
}
