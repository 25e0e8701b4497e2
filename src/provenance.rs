//! Where a rule, a weight or a text comes from: nothing is official that is not, and the reader can see it.

use crate::language::Bilingual;
use crate::name::name;

/// Where a rule, a weight or a text comes from, and how sure we are of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub id: SourceId,
    pub mark: Mark,
    pub text: Bilingual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Read in a public source.
    Read,
    /// Read in somebody's implementation or a press copy.
    SecondHand,
    /// Recalled and plausible, not read: never to be called official.
    Unverified,
    /// Our own choice, explained to the reader.
    OurRule,
}

name! {
    /// Such as `gbt-39117-second-hand`; unique in its document.
    SourceId
}

impl Mark {
    pub const ALL: [Mark; 4] = [Mark::Read, Mark::SecondHand, Mark::Unverified, Mark::OurRule];

    /// The name in files: `read`, `second-hand`, `unverified`, `our-rule`.
    pub fn id(self) -> &'static str {
        match self {
            Mark::Read => "read",
            Mark::SecondHand => "second-hand",
            Mark::Unverified => "unverified",
            Mark::OurRule => "our-rule",
        }
    }

    pub fn from_id(id: &str) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.id() == id)
    }
}
