//! The guide for authors, `questionnaires/README.md`: its example is complete, sound, and scores as it says.

use std::fs;
use std::path::Path;

use factory_checkup::assessment::{Answer, Assessment, AssessmentId};
use factory_checkup::questionnaire::{Level, Questionnaire, Rating};
use factory_checkup::scoring;
use time::macros::datetime;

/// The small complete example in the guide.
pub fn example() -> String {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/README.md");
    let text = fs::read_to_string(guide).unwrap();
    let complete = text.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```")).map(|(block, _)| block);
    complete.into_iter().find(|block| block.contains("[[dimension]]")).expect("the guide has an example").to_owned()
}

#[test]
fn the_example_is_sound_and_scores_as_the_guide_says() {
    let text = example();
    let questionnaire =
        Questionnaire::read(&[("example.toml", &text)]).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let variant = questionnaire.variants[0].id.clone();
    let now = datetime!(2026-11-23 14:32:05 +8);
    let mut assessment = Assessment::new(AssessmentId("a".into()), &questionnaire, variant, now);
    let ratings = [Rating::Met, Rating::Met, Rating::PartlyMet];
    for (requirement, rating) in questionnaire.requirements().into_iter().zip(ratings) {
        assessment.answer(&requirement.id, Some(Answer::Rated(rating)));
    }
    let scorecard = scoring::score(&questionnaire, &assessment);
    assert_eq!(scorecard.plant.reached, Level::new(1));
    assert_eq!(scorecard.plant.total.round(2), "1.50");
}
