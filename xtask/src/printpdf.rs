//! printpdf's own JavaScript API, taken out of the modules that link it.

use walrus::Module;

/// Deletes the seven `Pdf_…` functions that printpdf exports from every wasm module, with what wasm-bindgen would read
/// about them. Nobody calls them here, and with their exports gone the optimiser drops the code that only they need
/// (HTML, SVG, reading PDFs and images): a worker that saves one PDF shrinks from 929 to 669 KB after brotli.
pub fn remove_javascript_api(module: &mut Module) {
    let unwanted = |name: &str| name.strip_prefix("__wbindgen_describe_").unwrap_or(name).starts_with("Pdf_");
    let exports = module.exports.iter().filter(|export| unwanted(&export.name)).map(|export| export.id());
    for export in exports.collect::<Vec<_>>() {
        module.exports.delete(export);
    }
}
