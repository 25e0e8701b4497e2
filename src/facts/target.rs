//! A target of the district's plan: a figure for the district, beside which a plant's fact is shown.

use crate::exact::Exact;
use crate::language::Bilingual;
use crate::provenance::SourceId;

#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub key: String,
    pub aim: Aim,
    pub name: Bilingual,
    pub scope: TargetScope,
    pub period: Period,
    /// Where it stands in the plan, such as `任务10`.
    pub task: Bilingual,
    pub source: SourceId,
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    AtLeast(Exact, Bilingual),
    /// 左右: near the figure, with no word on how near.
    About(Exact, Bilingual),
    Between(Exact, Exact, Bilingual),
    /// The plan names a direction and no figure.
    Falls,
}

/// Whom a target speaks of. No target is a yardstick for one plant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetScope {
    District,
    /// 规上 manufacturers of the district.
    AboveScale,
    /// 规上 manufacturers of 松江新城.
    NewCityAboveScale,
    SpecialisedSmes,
    KeyEnergyUsers,
    KeyFirmsAndParks,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    By2025,
    /// In the three years of the plan, 2023–2025.
    ThreeYears,
    Yearly,
    /// The plan names no time.
    Unstated,
}

impl TargetScope {
    pub const ALL: [TargetScope; 6] = [
        TargetScope::District,
        TargetScope::AboveScale,
        TargetScope::NewCityAboveScale,
        TargetScope::SpecialisedSmes,
        TargetScope::KeyEnergyUsers,
        TargetScope::KeyFirmsAndParks,
    ];

    /// The name in files.
    pub fn id(self) -> &'static str {
        match self {
            TargetScope::District => "district",
            TargetScope::AboveScale => "above-scale",
            TargetScope::NewCityAboveScale => "new-city-above-scale",
            TargetScope::SpecialisedSmes => "specialised-smes",
            TargetScope::KeyEnergyUsers => "key-energy-users",
            TargetScope::KeyFirmsAndParks => "key-firms-and-parks",
        }
    }

    pub fn from_id(id: &str) -> Option<TargetScope> {
        TargetScope::ALL.into_iter().find(|scope| scope.id() == id)
    }
}

impl Period {
    pub const ALL: [Period; 4] = [Period::By2025, Period::ThreeYears, Period::Yearly, Period::Unstated];

    /// The name in files.
    pub fn id(self) -> &'static str {
        match self {
            Period::By2025 => "by-2025",
            Period::ThreeYears => "three-years",
            Period::Yearly => "yearly",
            Period::Unstated => "unstated",
        }
    }

    pub fn from_id(id: &str) -> Option<Period> {
        Period::ALL.into_iter().find(|period| period.id() == id)
    }
}
