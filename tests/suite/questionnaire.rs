//! What is asked: the shipped questionnaire is sound, and a broken one says everything that is wrong with it.

use factory_checkup::questionnaire::Questionnaire;

#[test]
fn the_smart_factory_questionnaire_asks_two_to_four_things_in_each_sub_domain_and_level() {
    let questionnaire = &Questionnaire::shipped()[0];
    assert_eq!(questionnaire.sub_domains().len(), 20);
    for dimension in questionnaire.sub_domains() {
        for level in questionnaire.asked_levels() {
            let asked = dimension.requirements.iter().filter(|requirement| requirement.level == level).count();
            assert!((2..=4).contains(&asked), "{} asks {asked} things at {level}", dimension.id);
        }
    }
}
