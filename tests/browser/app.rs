//! The app's own verbs: what a person does on its screens, in the Chinese words that stand there.

use crate::browser::{Browser, Size};
use factory_checkup::assessment::{Answer, Assessment, Entry};
use factory_checkup::district::{Choice, District};
use factory_checkup::exchange::{self, Opened};
use factory_checkup::language::Language;
use factory_checkup::migration::Migration;
use factory_checkup::questionnaire::{Dimension, Questionnaire, Rating, Requirement};
use factory_checkup::scoring;
use fantoccini::key::Key;
use std::fs;
use std::path::{Path, PathBuf};

/// The language that the browser's user reads.
pub const ZH: Language = Language::Chinese;

/// The invented plants, by file name without its ending.
pub const SEEDS: [&str; 6] = [
    "workshop-below-l1",
    "discrete-l1-with-gaps",
    "gate-exactly-l2",
    "gate-one-hundredth-below",
    "process-plant",
    "l2-complete",
];

pub fn seed_file(seed: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(format!("{seed}.json"))
}

/// A seed as the engine reads it natively.
pub fn seed(seed: &str) -> Opened {
    opened(&seed_file(seed))
}

/// A file as the engine reads it natively.
/// A seed as if it had been answered in the current edition: what became of a requirement has its answer.
pub fn seed_of_today(name: &str) -> Opened {
    let mut opened = seed(name);
    let (assessment, current) = (&mut opened.assessment, Questionnaire::current());
    if let Some(map) = Migration::onward(&assessment.edition) {
        for change in &map.changes {
            let entry = assessment.entry(&change.old[0]).clone();
            for new in &change.new {
                assessment.enter(new, entry.clone());
            }
            for old in &change.old {
                assessment.enter(old, Entry::default());
            }
        }
        map.apply(assessment, current);
        assessment.came_from = None;
    }
    let scorecard = scoring::score(current, assessment);
    Opened { questionnaire: current, scorecard, ..opened }
}

/// What a page asks up to the target.
pub fn asked<'a>(page: &'a Dimension, assessment: &Assessment) -> Vec<&'a Requirement> {
    page.requirements.iter().filter(|requirement| requirement.level <= assessment.target).collect()
}

pub fn opened(file: &Path) -> Opened {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    exchange::read(&bytes).unwrap_or_else(|error| panic!("{}: {error:?}", file.display()))
}

/// Writes an assessment as the app exports it.
pub fn file_of(folder: &Path, name: &str, opened: &Opened) -> PathBuf {
    let path = folder.join(name);
    let scorecard = scoring::score(opened.questionnaire, &opened.assessment);
    let text = exchange::write(&opened.assessment, opened.questionnaire, &scorecard);
    fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}

/// Before the id in the key of an assessment's record.
const RECORD: &str = "factory-checkup/assessment/";

impl Browser {
    /// Opens the app, and waits until it has drawn its first screen.
    pub fn open_app(size: Size) -> Browser {
        let browser = Browser::open(size);
        browser.wait_for_text(ZH.welcome_title());
        browser
    }

    /// Waits until the device has all that the app needs to open without a network.
    pub fn wait_until_kept(&self) {
        self.script("return navigator.serviceWorker.ready.then(() => true)", vec![]);
    }

    /// To the start, from wherever the page is.
    pub fn go_to_start(&self) {
        self.click(ZH.product_name());
        self.wait_for_text(ZH.welcome_title());
    }

    /// From the start to the own questionnaires; the way there is named and explained in one link.
    pub fn go_to_questionnaires(&self) {
        self.wait_for_text(ZH.use_own_questionnaire());
        self.click_on("a.way[href='#/questionnaires']");
        self.wait_for_text(ZH.questionnaires_lead());
    }

    /// Turns the switch of brightness until it says this.
    pub fn choose_theme(&self, name: &str) {
        const SWITCH: &str = ".top-switches .icon-only";
        self.until(&format!("the switch at “{name}”"), || {
            let shown = self.script("return document.querySelector(arguments[0]).ariaLabel", vec![SWITCH.into()]);
            if shown == name {
                return Some(());
            }
            self.click_on(SWITCH);
            None
        });
    }

    /// Opens files from the start.
    pub fn open_files<P: AsRef<Path>>(&self, files: &[P]) {
        self.choose_files(ZH.open_file(), files);
    }

    /// Fills in what the profile screen asks for.
    pub fn fill_profile(&self, questionnaire: &Questionnaire, assessment: &Assessment) {
        let site = &assessment.site;
        let district = District::shipped();
        self.fill(ZH.firm(), &site.firm);
        self.fill(ZH.credit_code(), &site.credit_code);
        if let Some(industry) = district.industry(&site.industry) {
            self.fill(ZH.industry(), &format!("{} {}", industry.id, industry.name.get(ZH)));
            self.fill(ZH.industry_code(), &site.industry);
        }
        self.choose_from(ZH.town(), &district.towns, &site.town);
        self.choose_from(ZH.park(), &district.parks, &site.park);
        self.within(ZH.above_scale()).click(yes_or_no(site.above_scale));
        self.within(ZH.in_new_city()).click(yes_or_no(site.in_new_city));
        if let Some(employees) = site.employees {
            self.fill(ZH.employees(), &employees.to_string());
        }
        if let Some(revenue) = site.revenue {
            self.fill(ZH.revenue(), &revenue.to_string());
        }
        self.fill(ZH.contact(), &site.contact);
        let variant = questionnaire.variant(&assessment.variant).expect("a seed's variant is known");
        self.within(ZH.manufacturing_type()).click(variant.name.get(ZH));
        self.within(ZH.kind()).click(ZH.kind_name(assessment.kind));
        self.fill(ZH.assessor(), &assessment.assessor);
        for (id, reason) in assessment.tailored() {
            let name = name_with_parts(questionnaire.dimension(id).expect("a seed's dimensions are known"));
            self.within(ZH.tailoring()).click(&name);
            self.within(&name).fill(ZH.reason_to_leave_out(), reason);
        }
    }

    /// Answers one requirement of the page with the mouse, and fills in what belongs to it.
    pub fn answer(&self, questionnaire: &Questionnaire, requirement: &Requirement, entry: &Entry) {
        let card = self.within(requirement.base.text.get(ZH));
        if let Some(answer) = &entry.answer {
            card.click(choice_name(questionnaire, answer));
        }
        self.say_more(requirement, entry);
    }

    /// Answers a page's requirements by digits, going on with Enter; the notes follow with the mouse.
    pub fn answer_by_keyboard(&self, page: &Dimension, assessment: &Assessment) {
        for requirement in asked(page, assessment) {
            self.press(Key::Enter);
            self.wait_for_focus_in(requirement.base.text.get(ZH));
            if let Some(answer) = &assessment.entry(&requirement.id).answer {
                self.press(digit(answer));
            }
        }
        for requirement in asked(page, assessment) {
            self.say_more(requirement, assessment.entry(&requirement.id));
        }
    }

    fn say_more(&self, requirement: &Requirement, entry: &Entry) {
        let card = self.within(requirement.base.text.get(ZH));
        if let Some(Answer::NotApplicable { reason }) = &entry.answer {
            card.fill(ZH.reason_not_applicable(), reason);
        }
        if !entry.note.is_empty() {
            card.fill(ZH.note(), &entry.note);
        }
        if entry.flagged {
            card.click(ZH.flag());
        }
    }

    /// On to the next page of questions, or from the last one to the result.
    pub fn turn_the_page(&self, next: Option<&Dimension>) {
        match next {
            Some(next) => self.click(&ZH.next_sub_domain(next.name.get(ZH))),
            None => self.click(ZH.see_result()),
        }
    }

    /// Whether the page shows this answer to a requirement, and its note.
    pub fn has_answer(&self, questionnaire: &Questionnaire, requirement: &Requirement, entry: &Entry) -> bool {
        let card = self.within(requirement.base.text.get(ZH));
        let chosen = entry.answer.as_ref().is_none_or(|answer| card.is_chosen(choice_name(questionnaire, answer)));
        chosen && card.value(ZH.note()) == entry.note
    }

    /// Waits until the page says that an edit is saved; the time of day is left to it.
    pub fn wait_until_saved(&self) {
        let sentence = ZH.saved_at("…");
        sentence.split('…').for_each(|part| self.wait_for_text(part));
    }

    /// The figure that stands beside this name, such as 总分.
    pub fn figure(&self, name: &str) -> String {
        self.until(&format!("a figure named “{name}”"), || {
            let found = self.script(FIGURE, vec![name.into()]);
            found.as_str().map(str::to_owned)
        })
    }

    /// What the device keeps under the firm's name, exported from the start and read natively.
    pub fn exported(&self, firm: &str) -> Opened {
        self.within(firm).click(ZH.export());
        opened(&self.downloaded(".json"))
    }

    /// The text that the device keeps for an assessment.
    pub fn record(&self, id: &str) -> Option<String> {
        let found = self.script("return localStorage.getItem(arguments[0])", vec![format!("{RECORD}{id}").into()]);
        found.as_str().map(str::to_owned)
    }

    /// Lays a text into the device's storage, as a broken program might.
    pub fn put_record(&self, id: &str, text: &str) {
        let arguments = vec![format!("{RECORD}{id}").into(), text.into()];
        self.script("localStorage.setItem(...arguments)", arguments);
    }

    /// How many assessments the device keeps, readable or not.
    pub fn records(&self) -> usize {
        let keys = self.script("return Object.keys(localStorage)", vec![]);
        let keys = keys.as_array().into_iter().flatten().filter_map(|key| key.as_str());
        keys.filter(|key| key.starts_with(RECORD)).count()
    }

    fn choose_from(&self, label: &str, list: &[Choice], id: &str) {
        if let Some(choice) = list.iter().find(|choice| choice.id == id) {
            self.fill(label, choice.name.get(ZH));
        }
    }
}

/// What the choice of an answer is called on the page.
fn choice_name<'a>(questionnaire: &'a Questionnaire, answer: &Answer) -> &'a str {
    match answer {
        Answer::Rated(rating) => questionnaire.rating(*rating).name.get(ZH),
        Answer::Unknown => ZH.unknown(),
        Answer::NotApplicable { .. } => ZH.not_applicable(),
    }
}

/// The key that gives an answer.
fn digit(answer: &Answer) -> char {
    match answer {
        Answer::Rated(Rating::Met) => '1',
        Answer::Rated(Rating::LargelyMet) => '2',
        Answer::Rated(Rating::PartlyMet) => '3',
        Answer::Rated(Rating::NotMet) => '4',
        Answer::Unknown => '5',
        Answer::NotApplicable { .. } => '6',
    }
}

fn yes_or_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => ZH.yes(),
        Some(false) => ZH.no(),
        None => ZH.not_given(),
    }
}

/// A dimension as the profile lists it, with what it is made of.
pub fn name_with_parts(dimension: &Dimension) -> String {
    let name = dimension.name.get(ZH);
    let parts: Vec<&str> = dimension.children.iter().map(|child| child.name.get(ZH)).collect();
    if parts.is_empty() { name.to_owned() } else { ZH.with_parts(name, &parts.join(ZH.list_separator())) }
}

const FIGURE: &str = "
const named = [...document.querySelectorAll('dt')].find(name => name.innerText.trim() === arguments[0]);
return named?.parentElement.querySelector('.figure-number')?.innerText.trim();
";
