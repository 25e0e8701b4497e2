//! The file's bytes: every object that may go into a compressed stream goes into one, for a tagged file has thousands.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// So many objects are packed together; a reader's program unpacks them together.
const PACKED: usize = 200;

/// The bytes of a cross-reference: its kind, its offset or container, its place inside.
const WIDTHS: [usize; 3] = [1, 4, 2];

/// Where an object is found.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    At { offset: usize },
    Packed { container: u32, index: usize },
}

/// Compresses and writes. The file's identity is a digest of what is in it: no clock, no chance.
pub fn bytes(mut tree: Document) -> lopdf::Result<Vec<u8>> {
    for page in tree.get_pages().into_values() {
        for content in tree.get_page_contents(page) {
            let stream = tree.get_object_mut(content)?.as_stream_mut()?;
            stream.set_content(with_literal_strings(&stream.content));
        }
    }
    for object in tree.objects.values_mut() {
        if let Object::Stream(stream) = object {
            compress(stream)?;
        }
    }
    let mut bytes = format!("%PDF-{}\n", tree.version).into_bytes();
    // Bytes above 127 tell programs that this is no text file.
    bytes.extend(b"%\xe2\xe3\xcf\xd3\n");
    let mut next = tree.max_id + 1;
    let mut places = vec![Place::Nowhere; next as usize];
    let mut packed: Vec<(u32, &Object)> = Vec::new();
    for (&(id, _), object) in &tree.objects {
        match object {
            Object::Stream(stream) => {
                places[id as usize] = Place::At { offset: bytes.len() };
                write_stream(id, stream, &mut bytes);
            }
            object => packed.push((id, object)),
        }
    }
    for chunk in packed.chunks(PACKED) {
        for (index, (id, _)) in chunk.iter().enumerate() {
            places[*id as usize] = Place::Packed { container: next, index };
        }
        places.push(Place::At { offset: bytes.len() });
        write_stream(next, &packed_stream(chunk)?, &mut bytes);
        next += 1;
    }
    let start = bytes.len();
    places.push(Place::At { offset: start });
    let identity = Object::String(Sha256::digest(&bytes)[..16].to_vec(), StringFormat::Hexadecimal);
    let mut dictionary = dictionary! {
        "Type" => "XRef",
        "Size" => i64::from(next) + 1,
        "W" => WIDTHS.map(|width| Object::from(width as i64)).to_vec(),
        "ID" => vec![identity.clone(), identity],
    };
    for key in [&b"Root"[..], b"Info"] {
        dictionary.set(key, tree.trailer.get(key)?.clone());
    }
    write_stream(next, &references(&places, dictionary)?, &mut bytes);
    bytes.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    Ok(bytes)
}

/// A page's operators with every string as bytes instead of hexadecimal digits, which compress worse. Operators that hold
/// bytes already are left as they are.
fn with_literal_strings(content: &[u8]) -> Vec<u8> {
    if content.contains(&b'(') {
        return content.to_vec();
    }
    let mut shorter = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'<' {
            shorter.push(byte);
        } else if let Some(after) = after.strip_prefix(b"<") {
            shorter.extend(b"<<");
            rest = after;
        } else {
            let end = after.iter().position(|&byte| byte == b'>').unwrap_or(after.len());
            let digit = |digit: u8| char::from(digit).to_digit(16).unwrap_or(0) as u8;
            let text =
                after[..end].chunks(2).map(|pair| 16 * digit(pair[0]) + pair.get(1).map_or(0, |low| digit(*low)));
            write(&Object::String(text.collect(), StringFormat::Literal), &mut shorter);
            rest = after.get(end + 1..).unwrap_or_default();
        }
    }
    shorter
}

/// Objects in one stream, each found by its number and its distance from the first.
fn packed_stream(objects: &[(u32, &Object)]) -> lopdf::Result<Stream> {
    let mut index = String::new();
    let mut content = Vec::new();
    for (id, object) in objects {
        index.push_str(&format!("{id} {} ", content.len()));
        write(object, &mut content);
        content.push(b'\n');
    }
    let dictionary = dictionary! {
        "Type" => "ObjStm",
        "N" => objects.len() as i64,
        "First" => index.len() as i64,
    };
    let mut stream = Stream::new(dictionary, [index.into_bytes(), content].concat());
    compress(&mut stream)?;
    Ok(stream)
}

/// Compresses what is not compressed yet, where that makes it shorter: with the level that makes a report smallest, which
/// is not the slowest one.
fn compress(stream: &mut Stream) -> lopdf::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(7));
    encoder.write_all(&stream.content)?;
    let compressed = encoder.finish()?;
    if compressed.len() + b"/Filter/FlateDecode".len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
    Ok(())
}

/// The cross-reference stream. Each row is written as its difference from the one above, which leaves little to compress.
fn references(places: &[Place], dictionary: Dictionary) -> lopdf::Result<Stream> {
    let rows: Vec<[u8; 7]> = places.iter().map(|place| row(*place)).collect();
    let mut above = [0; 7];
    let mut differences = Vec::new();
    for row in &rows {
        differences.push(2);
        differences.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = *row;
    }
    let mut stream = Stream::new(dictionary.clone(), differences);
    stream.dict.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => above.len() as i64 });
    compress(&mut stream)?;
    // A handful of objects is not worth compressing.
    if !stream.dict.has(b"Filter") {
        stream = Stream::new(dictionary, rows.concat());
    }
    Ok(stream)
}

fn row(place: Place) -> [u8; 7] {
    let (kind, first, second) = match place {
        Place::Nowhere => (0, 0, 0),
        Place::At { offset } => (1, offset as u32, 0),
        Place::Packed { container, index } => (2, container, index as u16),
    };
    let [a, b, c, d] = first.to_be_bytes();
    let [e, f] = second.to_be_bytes();
    [kind, a, b, c, d, e, f]
}

fn write_stream(id: u32, stream: &Stream, bytes: &mut Vec<u8>) {
    bytes.extend(format!("{id} 0 obj\n").into_bytes());
    write_dictionary(&stream.dict, bytes);
    bytes.extend(b"stream\n");
    bytes.extend(&stream.content);
    bytes.extend(b"\nendstream\nendobj\n");
}

fn write(object: &Object, bytes: &mut Vec<u8>) {
    match object {
        Object::Null => bytes.extend(b"null"),
        Object::Boolean(value) => bytes.extend(value.to_string().into_bytes()),
        Object::Integer(value) => bytes.extend(value.to_string().into_bytes()),
        Object::Real(value) => bytes.extend(value.to_string().into_bytes()),
        Object::Name(name) => write_name(name, bytes),
        Object::String(text, StringFormat::Hexadecimal) => {
            bytes.push(b'<');
            text.iter().for_each(|byte| bytes.extend(format!("{byte:02x}").into_bytes()));
            bytes.push(b'>');
        }
        Object::String(text, StringFormat::Literal) => {
            bytes.push(b'(');
            for &byte in text {
                match byte {
                    b'(' | b')' | b'\\' => bytes.extend([b'\\', byte]),
                    // Unescaped, it would be read as a line feed.
                    b'\r' => bytes.extend(b"\\r"),
                    _ => bytes.push(byte),
                }
            }
            bytes.push(b')');
        }
        Object::Array(items) => {
            bytes.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 && is_bare(item) {
                    bytes.push(b' ');
                }
                write(item, bytes);
            }
            bytes.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, bytes),
        // Stands only at the top, where it is written with its content.
        Object::Stream(stream) => write_dictionary(&stream.dict, bytes),
        Object::Reference((id, generation)) => bytes.extend(format!("{id} {generation} R").into_bytes()),
    }
}

fn write_dictionary(dictionary: &Dictionary, bytes: &mut Vec<u8>) {
    bytes.extend(b"<<");
    for (key, value) in dictionary {
        write_name(key, bytes);
        if is_bare(value) {
            bytes.push(b' ');
        }
        write(value, bytes);
    }
    bytes.extend(b">>");
}

fn write_name(name: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            bytes.push(byte);
        } else {
            bytes.extend(format!("#{byte:02X}").into_bytes());
        }
    }
}

/// Whether it begins with a character that would run into what stands before it.
fn is_bare(object: &Object) -> bool {
    matches!(object, Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_))
}
