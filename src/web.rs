//! The app in the browser.

pub fn start() {}
