//! Company data: entered once and kept, impossible figures refused at their field, and what is not known is not empty.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP, PHONE};
use factory_checkup::assessment::{Assessment, FactAnswer};
use factory_checkup::exact::Exact;
use factory_checkup::exchange;
use factory_checkup::facts::{Fact, FactProblem, Facts, Refused};

const PLANT: &str = "discrete-l1-with-gaps";

fn fact(id: &str) -> &'static Fact {
    Facts::shipped().fact(&id.into()).expect("a shipped fact")
}

fn label(id: &str) -> String {
    ZH.fact_with_unit(fact(id))
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn company_data_are_kept_and_what_cannot_be_is_refused_at_its_field() {
    let mut browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file(PLANT)]);
    browser.wait_for_text(ZH.make_report());
    browser.click(ZH.screen_profile());
    browser.click(ZH.more_company_data());
    browser.wait_for_text(ZH.facts_lead());
    browser.wait_for_text(&ZH.ask_role("财务"));
    let id = seed(PLANT).assessment.id;
    let holds = |browser: &Browser, what: &str, holds: &dyn Fn(&Assessment) -> bool| {
        browser.until(what, || {
            let record = browser.record(&id.0).expect("a record");
            holds(&exchange::read(record.as_bytes()).expect("a readable record").assessment).then_some(())
        });
    };
    let number = |number: i64| Some(FactAnswer::Number(Exact::from(number)));

    browser.fill(&label("production-machines"), "1,200");
    browser.fill(&label("robots"), "14");
    browser.fill(fact("specialised-grade").name.get(ZH), "专精特新中小企业");
    holds(&browser, "three facts", &|kept| {
        kept.fact(&"production-machines".into()).cloned() == number(1200)
            && kept.fact(&"robots".into()).cloned() == number(14)
            && kept.fact(&"specialised-grade".into()) == Some(&FactAnswer::Choice("specialised".into()))
    });

    // Refused: the sentence stands at the field, what was typed stays, and the number before it is kept.
    browser.fill(&label("robots"), "2.5");
    let reason = ZH.number_refused(&Refused::TooManyDecimals { most: 0 });
    browser.wait_for_text(&ZH.two_sentences(&reason, &ZH.not_kept_but("14")));
    assert_eq!(browser.value(&label("robots")), "2.5");
    holds(&browser, "the number before it", &|kept| kept.fact(&"robots".into()).cloned() == number(14));

    // More than there are: both fields say so, and no ratio is made of it.
    browser.fill(&label("networked-machines"), "1300");
    let ratio = Facts::shipped().ratio("networking-rate").expect("a shipped ratio");
    let problem = FactProblem::MoreThanWhole { ratio, part: Exact::from(1300), whole: Exact::from(1200) };
    let sentence = ZH.fact_problem(&problem);
    browser.wait_for_text(&sentence);
    assert!(browser.text("main").matches(&sentence).count() >= 3, "once above, and once at each of the two fields");
    browser.wait_for_text(ZH.quotient_impossible());
    browser.screenshot("company-data-refused");
    browser.resize(PHONE);
    browser.screenshot("company-data-refused-phone");
    browser.resize(DESKTOP);
    browser.fill(&label("networked-machines"), "900");
    browser.wait_until_gone(&sentence);
    browser.wait_for_text(&ZH.percent("75"));

    browser.reload();
    browser.wait_for_text(ZH.facts_lead());
    assert_eq!(browser.value(&label("production-machines")), "1200");
    assert_eq!(browser.value(&label("networked-machines")), "900");
    assert_eq!(browser.value(&label("robots")), "14");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
