//! Lines: a text broken to a width by the rules of Chinese and Western typesetting.
//!
//! Where a line may end is decided by UAX #14, which keeps closing punctuation from a line's start and opening
//! punctuation from its end. Two more habits of Chinese typesetters (W3C's 中文排版需求): a thin gap stands between Han
//! and Western characters, and of two full-width punctuation marks beside each other the first gives up the blank
//! half of its square. Neither puts a character where it would be copied or searched for.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::block::Text;
use super::clean::clean;
use super::fonts::{Faces, Glyph, Pack};
use crate::drawing::Ink;

/// The gap between Han and Western characters, in em.
const GAP: f32 = 0.2;

/// What two punctuation marks beside each other are moved by, in em.
const SQUEEZE: f32 = -0.5;

/// The widest a line's characters may be drawn apart to fill it, in em.
const STRETCH: f32 = 0.08;

/// How a text is set, sizes in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub bold: bool,
    pub ink: Ink,
    /// How far the first line is moved in, in points.
    pub indent: f32,
    /// Whether lines are filled to the full width where the characters allow it.
    pub justified: bool,
}

/// One line, from its own left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Empty for an empty line.
    pub runs: Vec<Run>,
    pub width: f32,
}

/// Characters drawn with one font and colour. `x` is the left edge and `y` the baseline, in points, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub pack: Pack,
    pub size: f32,
    pub ink: Ink,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub text: String,
    /// The characters, counted from 0, that do not follow on directly, and how far off they are in em, below 0 for
    /// closer; never the first.
    pub gaps: Vec<(usize, f32)>,
    /// How far the characters are drawn apart to fill the line, in points.
    pub spacing: f32,
    /// Whether the line ends here at a space, which is in the file for those who hear or copy the text, but takes no room.
    pub space: bool,
}

impl Run {
    pub fn moved(&self, x: f32, y: f32) -> Run {
        Run { x: self.x + x, y: self.y + y, ..self.clone() }
    }
}

struct Atom {
    glyph: Glyph,
    ink: Ink,
    /// What stands between it and the character before, in em; nothing if it begins a line.
    gap: f32,
    after: After,
}

#[derive(Clone, Copy, PartialEq)]
enum After {
    Stay,
    MayBreak,
    MustBreak,
}

/// The text's lines, none wider than `width` points unless a single character is. A text without characters has none.
pub fn lines(text: &Text, kind: Type, width: f32, faces: &Faces) -> Vec<Line> {
    let atoms = atoms(text, kind, faces);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < atoms.len() {
        let indent = if start == 0 { kind.indent } else { 0.0 };
        let next = in_company(&atoms, start, line_end(&atoms, start, kind.size, width - indent));
        let last = next == atoms.len() || atoms[next - 1].after == After::MustBreak;
        let drawn = trimmed(&atoms, start..next);
        let space = atoms[drawn.end..next].first().filter(|_| next < atoms.len());
        let mut line = line(&atoms[drawn], kind, width - indent, last);
        if let (Some(run), Some(space)) = (line.runs.last_mut(), space) {
            run.space = space.glyph.pack == run.pack;
        }
        line.runs.iter_mut().for_each(|run| run.x += indent);
        line.width += indent;
        lines.push(line);
        start = next;
    }
    lines
}

/// The width of a text on one line, in points.
pub fn width(text: &Text, kind: Type, faces: &Faces) -> f32 {
    atoms(text, kind, faces).iter().enumerate().map(|(index, atom)| advance(atom, index == 0) * kind.size).sum()
}

fn atoms(text: &Text, kind: Type, faces: &Faces) -> Vec<Atom> {
    let mut whole = String::new();
    let mut atoms: Vec<Atom> = Vec::new();
    for span in &text.spans {
        for character in clean(&span.text).chars() {
            whole.push(character);
            // A line feed ends a line and is not drawn; where a line may not end is known from the text.
            let drawn = if matches!(character, '\n' | '\u{a0}') { ' ' } else { character };
            let glyph = faces.glyph(drawn, kind.bold || span.bold);
            let gap = atoms.last().map_or(0.0, |before| gap(before.glyph, glyph));
            atoms.push(Atom { glyph, ink: span.ink.unwrap_or(kind.ink), gap, after: After::Stay });
        }
    }
    let mut breaks = linebreaks(&whole).peekable();
    for (atom, (at, character)) in atoms.iter_mut().zip(whole.char_indices()) {
        let end = at + character.len_utf8();
        if let Some((_, opportunity)) = breaks.next_if(|(at, _)| *at == end) {
            atom.after = match opportunity {
                BreakOpportunity::Mandatory => After::MustBreak,
                BreakOpportunity::Allowed => After::MayBreak,
            };
        }
    }
    atoms
}

/// Where the line that begins at `start` ends: at the last opportunity that fits, or inside a word wider than the line.
fn line_end(atoms: &[Atom], start: usize, size: f32, width: f32) -> usize {
    let mut used = 0.0;
    let mut end = start;
    for (index, atom) in atoms.iter().enumerate().skip(start) {
        used += advance(atom, index == start) * size;
        // Space at a line's end may hang over it: it is not drawn.
        let fits = used <= width + 0.01 || atom.glyph.character == ' ';
        if !fits {
            return if end > start { end } else { word_break(atoms, start, index) };
        }
        match atom.after {
            After::MustBreak => return index + 1,
            After::MayBreak => end = index + 1,
            After::Stay => {}
        }
    }
    atoms.len()
}

/// Where the line ends instead of at `next` when only one Han character would be left for the paragraph's last line.
fn in_company(atoms: &[Atom], start: usize, next: usize) -> usize {
    /// The most characters that are moved on to keep it company.
    const MOVED: usize = 4;
    if next == atoms.len() || atoms[next - 1].after == After::MustBreak {
        return next;
    }
    let rest = &atoms[next..];
    let last = rest.iter().position(|atom| atom.after == After::MustBreak).map_or(rest.len(), |at| at + 1);
    let alone = match &atoms[trimmed(atoms, next..next + last)] {
        [one] => is_han(one.glyph.character),
        [one, mark] => is_han(one.glyph.character) && closes(mark.glyph.character),
        _ => false,
    };
    let earlier = (start + 1..next).rev().take(MOVED).find(|&at| atoms[at - 1].after == After::MayBreak);
    earlier.filter(|_| alone).unwrap_or(next)
}

/// Where to break inside a word that does not fit: before the character `over`, or a little earlier where that keeps
/// punctuation from standing alone on the wrong side.
fn word_break(atoms: &[Atom], start: usize, over: usize) -> usize {
    let wrong = |at: usize| closes(atoms[at].glyph.character) || opens(atoms[at - 1].glyph.character);
    let earliest = (start + 1).max(over.saturating_sub(8));
    (earliest..=over).rev().find(|&at| !wrong(at)).unwrap_or(over.max(start + 1))
}

/// The line's characters without the spaces at its end.
fn trimmed(atoms: &[Atom], line: Range<usize>) -> Range<usize> {
    let drawn = atoms[line.clone()].iter().rposition(|atom| atom.glyph.character != ' ');
    line.start..drawn.map_or(line.start, |last| line.start + last + 1)
}

fn line(atoms: &[Atom], kind: Type, width: f32, last: bool) -> Line {
    let natural: f32 = atoms.iter().enumerate().map(|(index, atom)| advance(atom, index == 0)).sum::<f32>() * kind.size;
    let stretching = atoms.len().saturating_sub(1) as f32;
    let slack = width - natural;
    // Han characters bear being drawn apart, words of letters do not.
    let western = atoms.iter().filter(|atom| atom.glyph.character.is_ascii()).count();
    let fill = kind.justified && !last && slack > 0.0 && slack <= STRETCH * kind.size * stretching;
    let spacing = if fill && western <= atoms.len() / 3 { slack / stretching } else { 0.0 };

    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0.0;
    for (index, atom) in atoms.iter().enumerate() {
        let lead = if index == 0 { 0.0 } else { spacing + atom.gap * kind.size };
        let advance = atom.glyph.advance * kind.size;
        match runs.last_mut() {
            Some(run) if run.pack == atom.glyph.pack && run.ink == atom.ink => {
                if atom.gap != 0.0 {
                    run.gaps.push((run.text.chars().count(), atom.gap));
                }
                run.text.push(atom.glyph.character);
                run.width += lead + advance;
            }
            _ => runs.push(Run {
                pack: atom.glyph.pack,
                size: kind.size,
                ink: atom.ink,
                x: x + lead,
                y: 0.0,
                width: advance,
                text: atom.glyph.character.to_string(),
                gaps: Vec::new(),
                spacing,
                space: false,
            }),
        }
        x += lead + advance;
    }
    Line { runs, width: x }
}

/// The room an atom takes, in em.
fn advance(atom: &Atom, first: bool) -> f32 {
    atom.glyph.advance + if first { 0.0 } else { atom.gap }
}

/// What stands between two neighbours, in em.
fn gap(before: Glyph, after: Glyph) -> f32 {
    let (one, other) = (before.character, after.character);
    let western = |character: char| character.is_ascii_alphanumeric() || is_western(character);
    if (is_han(one) && western(other)) || (is_han(other) && (western(one) || matches!(one, '%' | '°'))) {
        return GAP;
    }
    let full_width = before.advance == 1.0 && after.advance == 1.0;
    if full_width && ((blank_after(one) && (blank_after(other) || opens(other))) || (opens(one) && opens(other))) {
        return SQUEEZE;
    }
    0.0
}

/// Full-width marks drawn in the left half of their square.
fn blank_after(character: char) -> bool {
    matches!(character, '，' | '。' | '、' | '；' | '：' | '）' | '》' | '」' | '』' | '】' | '〉' | '〕' | '”' | '’')
}

pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

fn is_western(character: char) -> bool {
    matches!(character, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}') && character.is_alphabetic()
}

/// Punctuation that may not begin a line.
pub fn closes(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '〕'
            | '”'
            | '’'
            | '％'
            | '…'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
    )
}

/// Punctuation that may not end a line.
pub fn opens(character: char) -> bool {
    matches!(character, '（' | '《' | '「' | '『' | '【' | '〈' | '〔' | '“' | '‘' | '(' | '[' | '{')
}
