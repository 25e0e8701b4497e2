//! Suggestions: what was answered for one yardstick says something about another. Nothing is copied: a suggestion is
//! shown as such, and taken over only when somebody accepts it.
//!
//! Which requirements go with which scene or option is data, `questionnaires/suggestions.toml`. Our rule: a rating of
//! largely met or better speaks for a scene's level or an option; a scene's level speaks for "largely met".

use std::sync::OnceLock;

use crate::assessment::{Answer, Assessment, IndexAnswer, OptionId, QuestionId, SceneAnswer, SceneId};
use crate::content;
use crate::document::{self, Problem};
use crate::questionnaire::{Rating, RequirementId};

#[derive(Clone, Debug, PartialEq)]
pub struct Suggestions {
    pub scenes: Vec<OfScene>,
    pub options: Vec<OfOption>,
}

/// A scene's level with the requirements that go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfScene {
    pub scene: SceneId,
    /// 1–4.
    pub level: u8,
    pub requirements: Vec<RequirementId>,
}

/// An option of an index question with the requirements that go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfOption {
    pub question: QuestionId,
    pub option: OptionId,
    pub requirements: Vec<RequirementId>,
}

const FILE: &str = "suggestions.toml";

impl Suggestions {
    /// The mapping that comes with the product. That it is sound is held by a test.
    pub fn shipped() -> &'static Suggestions {
        static SHIPPED: OnceLock<Suggestions> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = content::file(FILE).expect("the suggestions are shipped");
            Suggestions::read(FILE, text).unwrap_or_else(|problems| panic!("suggestions have faults: {problems:#?}"))
        })
    }

    /// Reads a mapping. On failure, every problem in it.
    pub fn read(name: &str, text: &str) -> Result<Suggestions, Vec<Problem>> {
        document::read(name, text, |root, _| Suggestions {
            scenes: root.each("scene", |table| OfScene {
                scene: SceneId(table.id("scene")),
                level: table.integer("level").and_then(|level| u8::try_from(level).ok()).unwrap_or(0),
                requirements: table.texts("requirements").into_iter().map(RequirementId).collect(),
            }),
            options: root.each("option", |table| OfOption {
                question: QuestionId(table.id("question")),
                option: OptionId(table.id("option")),
                requirements: table.texts("requirements").into_iter().map(RequirementId).collect(),
            }),
        })
    }

    /// The level that the ratings suggest for a scene, where it is above what was answered; `None` for no suggestion.
    pub fn scene_level(&self, scene: &SceneId, assessment: &Assessment) -> Option<u8> {
        let mut of_scene: Vec<&OfScene> = self.scenes.iter().filter(|it| it.scene == *scene).collect();
        of_scene.sort_by_key(|it| it.level);
        let speaks = |it: &&&OfScene| it.requirements.iter().all(|id| speaks_for(id, assessment));
        let suggested = of_scene.iter().take_while(speaks).last()?.level;
        match assessment.scene(scene) {
            Some(SceneAnswer::Level(level)) if *level >= suggested => None,
            Some(SceneAnswer::Absent { .. }) => None,
            _ => Some(suggested),
        }
    }

    /// The options of a question that the ratings suggest and that are not chosen.
    pub fn options(&self, question: &QuestionId, assessment: &Assessment) -> Vec<&OfOption> {
        let chosen = |option: &OptionId| match assessment.index_answer(question) {
            Some(IndexAnswer::Options(options)) => options.contains(option),
            _ => false,
        };
        let of_question = self.options.iter().filter(|it| it.question == *question);
        of_question
            .filter(|it| !chosen(&it.option) && it.requirements.iter().all(|id| speaks_for(id, assessment)))
            .collect()
    }

    /// The scene whose level suggests that an unanswered requirement is largely met.
    pub fn of_requirement(&self, id: &RequirementId, assessment: &Assessment) -> Option<(&SceneId, u8)> {
        if assessment.entry(id).answer.is_some() || !assessment.edition.is_shipped() {
            return None;
        }
        let named = self.scenes.iter().filter(|it| it.requirements.contains(id));
        named
            .filter_map(|it| match assessment.scene(&it.scene) {
                Some(SceneAnswer::Level(level)) if *level >= it.level => Some((&it.scene, *level)),
                _ => None,
            })
            .next()
    }
}

fn speaks_for(id: &RequirementId, assessment: &Assessment) -> bool {
    // In an own questionnaire the same id may ask something else.
    assessment.edition.is_shipped()
        && matches!(assessment.entry(id).answer, Some(Answer::Rated(Rating::Met | Rating::LargelyMet)))
}
