#[cfg(feature = "fonts")]
mod fonts;
fn main() {
    #[cfg(feature = "fonts")]
    fonts::run().unwrap();
}
