//! The app, built and served on this machine.

use crate::build::{self, Profile};
use crate::server::Server;
use anyhow::{Context, Result};
use std::io::ErrorKind;

/// Builds, then serves until the program is stopped. Without a port it takes 8080 or the next free one.
pub fn serve(profile: Profile, port: Option<u16>) -> Result<()> {
    build::build(profile)?;
    let server = match port {
        Some(port) => {
            Server::start(&build::dist(), port, |_| {}).with_context(|| format!("port {port} cannot be used"))?
        }
        None => on_a_free_port().context("no port from 8080 to 8179 can be used")?,
    };
    println!("\nFactory Checkup is ready: {}", server.address());
    println!("Stop it with Ctrl+C; after an edit, run the command again.");
    loop {
        std::thread::park();
    }
}

fn on_a_free_port() -> std::io::Result<Server> {
    for port in 8080..8180 {
        match Server::start(&build::dist(), port, |_| {}) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result,
        }
    }
    Err(ErrorKind::AddrInUse.into())
}
