//! The app's addresses: which screen is shown, as the part after `#`.
//!
//! Everything after `#` stays in the browser, so the app works on any static host, under any path and offline; the
//! back button works, and a reload returns to the same question.

use js_sys::{decode_uri_component, encode_uri_component};

use crate::assessment::AssessmentId;
use crate::questionnaire::{DimensionId, RequirementId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Welcome,
    Plant(AssessmentId, PlantScreen),
    Portfolio,
    Method,
    /// The own questionnaires on this device, and what they can begin with.
    Questionnaires,
    /// An address that no screen has, as it was found.
    Unknown(String),
}

/// A screen of one assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlantScreen {
    Profile,
    /// One sub-domain's page, scrolled to a requirement if one is named.
    Questions(DimensionId, Option<RequirementId>),
    Result,
    Report,
    /// The report as a page to read and print.
    ReportPage,
    /// What every yardstick shares.
    Facts,
    Index,
    Tiers,
}

impl Route {
    /// Reads a location's hash, with or without its `#`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let unknown = || Route::Unknown(hash.to_owned());
        let Some(segments) = path.split('/').map(decoded).collect::<Option<Vec<String>>>() else { return unknown() };
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments[..] {
            [""] => Route::Welcome,
            ["portfolio"] => Route::Portfolio,
            ["method"] => Route::Method,
            ["questionnaires"] => Route::Questionnaires,
            ["plants", id, ref rest @ ..] => match PlantScreen::parse(rest) {
                Some(screen) => Route::Plant(AssessmentId(id.to_owned()), screen),
                None => unknown(),
            },
            _ => unknown(),
        }
    }

    /// The value of a link's `href`: `#/plants/k3f9/questions/energy`.
    pub fn href(&self) -> String {
        match self {
            Route::Welcome => "#/".into(),
            Route::Plant(AssessmentId(id), screen) => format!("#/plants/{}/{}", encoded(id), screen.path()),
            Route::Portfolio => "#/portfolio".into(),
            Route::Method => "#/method".into(),
            Route::Questionnaires => "#/questionnaires".into(),
            Route::Unknown(hash) => hash.clone(),
        }
    }
}

impl PlantScreen {
    fn parse(segments: &[&str]) -> Option<PlantScreen> {
        match *segments {
            ["profile"] => Some(PlantScreen::Profile),
            ["questions", dimension] => Some(PlantScreen::Questions(dimension.into(), None)),
            ["questions", dimension, requirement] => {
                Some(PlantScreen::Questions(dimension.into(), Some(requirement.into())))
            }
            ["result"] => Some(PlantScreen::Result),
            ["report"] => Some(PlantScreen::Report),
            ["report", "page"] => Some(PlantScreen::ReportPage),
            ["facts"] => Some(PlantScreen::Facts),
            ["index"] => Some(PlantScreen::Index),
            ["tiers"] => Some(PlantScreen::Tiers),
            _ => None,
        }
    }

    fn path(&self) -> String {
        match self {
            PlantScreen::Profile => "profile".into(),
            PlantScreen::Questions(dimension, None) => format!("questions/{}", encoded(dimension.as_str())),
            PlantScreen::Questions(dimension, Some(requirement)) => {
                format!("questions/{}/{}", encoded(dimension.as_str()), encoded(requirement.as_str()))
            }
            PlantScreen::Result => "result".into(),
            PlantScreen::Report => "report".into(),
            PlantScreen::ReportPage => "report/page".into(),
            PlantScreen::Facts => "facts".into(),
            PlantScreen::Index => "index".into(),
            PlantScreen::Tiers => "tiers".into(),
        }
    }
}

fn encoded(segment: &str) -> String {
    encode_uri_component(segment).into()
}

fn decoded(segment: &str) -> Option<String> {
    decode_uri_component(segment).ok().map(String::from)
}
