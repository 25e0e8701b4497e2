//! The logo as a picture within the HTML: a PNG in a data address, so that the document stays one piece.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::order::Logo;

/// An `img`; empty where the logo cannot be written, which only a picture without pixels cannot.
pub fn picture(logo: &Logo) -> String {
    match png(logo) {
        Ok(bytes) => format!(
            r#"<img class="document-logo" alt="" width="{}" height="{}" src="data:image/png;base64,{}">"#,
            logo.width,
            logo.height,
            BASE64_STANDARD.encode(&bytes)
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
