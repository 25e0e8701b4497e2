//! The same font with an older kind of character map (format 4), without which jsPDF takes no font. Characters beyond
//! the first plane, which such a map cannot have, are left out.

/// `font` is one of the packs: TrueType, one face.
pub fn of(font: &[u8]) -> Vec<u8> {
    let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().expect("four bytes")) as usize;
    let tables = (0..count).map(|index| 12 + 16 * index).map(|entry| {
        let tag: [u8; 4] = font[entry..entry + 4].try_into().expect("four bytes");
        let table = &font[number(entry + 8)..number(entry + 8) + number(entry + 12)];
        (tag, if &tag == b"cmap" { map(font) } else { table.to_vec() })
    });
    let tables: Vec<([u8; 4], Vec<u8>)> = tables.collect();
    let mut made = font[..12].to_vec();
    let mut offset = 12 + 16 * count;
    for (tag, table) in &tables {
        made.extend(tag);
        made.extend(0u32.to_be_bytes());
        made.extend((offset as u32).to_be_bytes());
        made.extend((table.len() as u32).to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in &tables {
        made.extend(table);
        made.resize(made.len().next_multiple_of(4), 0);
    }
    made
}

fn map(font: &[u8]) -> Vec<u8> {
    let face = ttf_parser::Face::parse(font, 0).expect("a font");
    // Runs of characters whose glyphs follow on each other: first, last, what is added to get the glyph.
    let mut runs: Vec<(u16, u16, u16)> = Vec::new();
    for code in 0..0xffffu16 {
        let Some(glyph) = char::from_u32(code.into()).and_then(|character| face.glyph_index(character)) else {
            continue;
        };
        let delta = glyph.0.wrapping_sub(code);
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == code && *same == delta => *last = code,
            _ => runs.push((code, code, delta)),
        }
    }
    runs.push((0xffff, 0xffff, 1));
    let count = runs.len() as u16;
    let mut table = Vec::new();
    let mut put = |number: u16| table.extend(number.to_be_bytes());
    // One subtable, for Windows and the first plane.
    [0, 1, 3, 1, 0, 12].into_iter().for_each(&mut put);
    let search = 2 * (1 << count.ilog2());
    [4, 16 + 8 * count, 0, 2 * count, search, count.ilog2() as u16, 2 * count - search].into_iter().for_each(&mut put);
    runs.iter().for_each(|&(_, last, _)| put(last));
    put(0);
    runs.iter().for_each(|&(first, _, _)| put(first));
    runs.iter().for_each(|&(_, _, delta)| put(delta));
    runs.iter().for_each(|_| put(0));
    table
}
