//! A brand: the accent colour and the logo of whoever hands a report over.

use std::sync::Arc;

/// The product's own colours and no logo unless something else is set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    pub accent: Option<Accent>,
    pub logo: Option<Logo>,
}

/// A colour for rules, headings and marks, dark enough to be read as text on white paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    rgb: [u8; 3],
}

/// Why a text is no accent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AccentFault {
    /// Not a number sign and six hexadecimal digits.
    NoColour,
    /// Its contrast to white is below [`Accent::CONTRAST`].
    TooLight {
        /// To one place, rounded down.
        contrast: f32,
    },
}

/// A picture in pixels, opaque, row by row from the top, three bytes each.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    pub width: u32,
    pub height: u32,
    pub pixels: Arc<[u8]>,
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    NoPng,
    /// Wider or higher than [`Logo::LIMIT`].
    TooLarge {
        width: u32,
        height: u32,
    },
}

impl Accent {
    /// The least contrast of small text to its ground (WCAG 2.2, 1.4.3).
    pub const CONTRAST: f32 = 4.5;

    /// Reads `#0b5c7a`.
    pub fn parse(text: &str) -> Result<Accent, AccentFault> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(AccentFault::NoColour)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(AccentFault::NoColour);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| AccentFault::NoColour)?;
        let [_, rgb @ ..] = number.to_be_bytes();
        let contrast = 1.05 / (luminance(rgb) + 0.05);
        if contrast < Accent::CONTRAST {
            return Err(AccentFault::TooLight { contrast: (contrast * 10.0).floor() / 10.0 });
        }
        Ok(Accent { rgb })
    }

    pub fn rgb(self) -> [u8; 3] {
        self.rgb
    }

    /// As [`Accent::parse`] reads it.
    pub fn to_hex(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Relative luminance as WCAG defines it, 0 (black) to 1 (white).
fn luminance(rgb: [u8; 3]) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = rgb.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

impl Logo {
    /// The most pixels along a side: 5 cm at 300 dpi need 600.
    pub const LIMIT: u32 = 1200;

    /// Reads a PNG file; what is transparent becomes white, as on paper.
    #[cfg(feature = "report")]
    pub fn from_png(bytes: &[u8]) -> Result<Logo, LogoFault> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().map_err(|_| LogoFault::NoPng)?;
        let (width, height) = (reader.info().width, reader.info().height);
        if width > Logo::LIMIT || height > Logo::LIMIT {
            return Err(LogoFault::TooLarge { width, height });
        }
        let mut buffer = vec![0; reader.output_buffer_size().ok_or(LogoFault::NoPng)?];
        let frame = reader.next_frame(&mut buffer).map_err(|_| LogoFault::NoPng)?;
        let samples = frame.color_type.samples();
        let over_white = |colour: u8, alpha: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
        };
        let pixel = |pixel: &[u8]| match *pixel {
            [grey, alpha] => [over_white(grey, alpha); 3],
            [red, green, blue, alpha] => [red, green, blue].map(|colour| over_white(colour, alpha)),
            [grey, ..] => [grey; 3],
            [] => [255; 3],
        };
        let pixels: Vec<u8> = buffer[..frame.buffer_size()].chunks_exact(samples).flat_map(pixel).collect();
        Ok(Logo { width, height, pixels: pixels.into() })
    }
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo {} × {}", self.width, self.height)
    }
}
