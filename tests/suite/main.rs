//! The native tests: one program, a module for each part of the product.
//!
//! Golden texts lie in `tests/suite/golden/`; `UPDATE=1 cargo test` writes them anew, for the reader of the diff to judge.

#![cfg(not(target_arch = "wasm32"))]

mod golden; // compares a text with its golden file
mod report; // the report engine: what is printed, and the laws of its pages
