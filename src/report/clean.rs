//! Clean text: white space made plain but for what keeps a line together, what has no picture left out, and quotation marks of the right width.
//!
//! Without this a tab or a zero-width character would be drawn as an empty box, and an apostrophe in an English word
//! as wide as a Chinese character, because the font draws all curly marks in a full square.

/// The text as it can be set. The only control character in it is the line feed.
pub fn clean(text: &str) -> String {
    let text: String = text.replace("\r\n", "\n").chars().filter_map(character).collect();
    western_marks(&text)
}

fn character(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        // Every kind of space but the ideographic one, which Chinese writers indent with.
        '\t' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => Some(' '),
        '\u{a0}' | '\u{202f}' => Some('\u{a0}'),
        // Zero-width and directional characters, the byte order mark, variation selectors, tags.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' => None,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' => None,
        character if character.is_control() => None,
        character => Some(character),
    }
}

/// Curly marks among Western characters made straight. A closing mark follows the one that it closes.
fn western_marks(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    // At the text's ends, the rest of the text tells.
    let all_western = !characters.iter().any(|&character| character >= '\u{2e80}');
    let western = |place: Option<usize>| {
        place.and_then(|place| characters.get(place)).map_or(all_western, |&neighbour| is_western(neighbour))
    };
    let mut opened: Vec<(char, bool)> = Vec::new();
    let mut set = String::with_capacity(text.len());
    for (place, &character) in characters.iter().enumerate() {
        let (straight, opening) = match character {
            '“' => ('"', true),
            '”' => ('"', false),
            '‘' => ('\'', true),
            '’' => ('\'', false),
            _ => {
                set.push(character);
                continue;
            }
        };
        let among_western = western(place.checked_sub(1)) && western(Some(place + 1));
        let made_straight = if opening {
            opened.push((straight, among_western));
            among_western
        } else {
            // An apostrophe closes nothing.
            opened.pop_if(|(mark, _)| *mark == straight).map_or(among_western, |(_, made_straight)| made_straight)
        };
        set.push(if made_straight { straight } else { character });
    }
    set
}

/// Latin letters, ASCII and the punctuation that Western languages share with Chinese.
fn is_western(character: char) -> bool {
    character < '\u{250}' || ('\u{2010}'..='\u{205e}').contains(&character)
}
