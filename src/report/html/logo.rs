//! The logo as a picture within the HTML: a PNG in a data address, so that the document stays one piece.

use crate::order::Logo;

/// An `img`; empty where the logo cannot be written, which only a picture without pixels cannot.
pub fn picture(logo: &Logo) -> String {
    match png(logo) {
        Ok(bytes) => format!(
            r#"<img class="document-logo" alt="" width="{}" height="{}" src="data:image/png;base64,{}">"#,
            logo.width,
            logo.height,
            base64(&bytes)
        ),
        Err(_) => String::new(),
    }
}

fn png(logo: &Logo) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, logo.width, logo.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header()?.write_image_data(&logo.pixels)?;
    Ok(bytes)
}

/// RFC 4648, with its padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
