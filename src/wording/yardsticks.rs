//! What the pages of the other yardsticks say: facts, the SME index, suggestions and checks.

use std::cmp::Ordering;

use super::words;
use crate::assessment::{Change, FactAnswer};
use crate::checks::{Asked, Value};
use crate::exact::{Exact, short};
use crate::facts::{Aim, Fact, FactKind, FactProblem, Period, Quotient, Ratio, Refused, Target, TargetScope};
use crate::language::{Bilingual, Language};
use crate::questionnaire::{Questionnaire, VariantId};
use crate::sme_index::{Index, IndexResult, Missing, Question, QuestionResult, Working};

words! {
    screen_yardsticks: "更多评价", "More";
    screen_facts: "企业数据", "Company data";
    screen_index: "中小企业数字化水平", "SME index";
    screen_tiers: "智能工厂梯度", "Smart-factory tiers";
    yardsticks_title: "几把尺子并排看", "The yardsticks side by side";
    yardsticks_lead: "同一份作答，各评各的；数据只填一次。", "One set of answers, each yardstick judged by its own rules; data are entered once.";
    own_questionnaire_means: "看按自有问卷到了哪一级，不是智能制造能力等级。", "Shows the level by your own questionnaire, which is no maturity level of smart manufacturing.";
    smart_factory_means: "看智能制造能力到了哪一级，决定先改什么。", "Shows the maturity of smart manufacturing and what to change first.";
    index_means: "看中小企业数字化基础、管理和成效，是转型项目常用的依据。", "Shows a smaller firm's digital foundation, management and results; often asked for in transformation projects.";
    tiers_mean: "看申报智能工厂还差哪些条件，逐条对照。", "Shows condition by condition what is missing for the smart-factory tiers.";
    rests_on: "依据", "What it rests on";

    facts_lead: "都不是必填，填了就几处共用；不清楚的可以标出来。", "None of these is required. What you enter serves every yardstick; say so where it is not known.";
    facts_computed: "由此算出", "What follows from them";
    more_company_data: "设备、能源、称号等其他企业数据", "Machines, energy, titles and other company data";
    on_the_profile: "在资料页填写", "Enter it on the profile";
    figure_named(name: &str, value: &str): "{name}{value}", "{name} {value}";
    two_sentences(first: &str, second: &str): "{first}{second}", "{first} {second}";
    figure_with_unit(number: &str, unit: &str): "{number}{unit}", "{number} {unit}";
    /// Of a unit that begins with a number.
    figure_times_unit(number: &str, unit: &str): "{number}×{unit}", "{number} × {unit}";
    fact_named(name: &str, unit: &str): "{name}（{unit}）", "{name} ({unit})";
    ask_role(role: &str): "可问：{role}。", "Ask: {role}.";
    target_is(whom: &str, when: &str, name: &str, amount: &str, place: &str):
        "计划目标：{whom}{when}{name}{amount}（{place}）。", "Plan target for {whom}: {name}, {amount}{when} ({place}).";
    target_place(plan: &str, task: &str): "{plan}，{task}", "{plan}, {task}";
    at_least_count(figure: &str): "不少于{figure}", "at least {figure}";
    at_least_share(figure: &str): "不低于{figure}", "at least {figure}";
    all_of_them(figure: &str): "为{figure}", "{figure}";
    about_so_many(figure: &str): "{figure}左右", "about {figure}";
    falls_steadily: "持续下降", "falling steadily";
    for_district: "全区", "the district";
    for_above_scale: "全区规上制造业企业", "the district’s above-scale manufacturers";
    for_new_city: "松江新城规上制造业企业", "above-scale manufacturers in Songjiang New City";
    for_specialised: "全区专精特新中小企业", "the district’s specialised smaller firms";
    for_energy_users: "全区重点用能企业", "the district’s key energy users";
    for_firms_and_parks: "全区重点工业企业和园区", "the district’s key industrial firms and parks";
    by_2025: "到2025年", " by 2025";
    in_three_years: "三年内", " in three years";
    each_year: "每年", " a year";
    refused_no_number: "这里要填数字，例如120或12.5。", "This must be a number such as 120 or 12.5.";
    refused_fraction: "这里要填整数，不带小数。", "This must be a whole number.";
    refused_decimals(most: u32): "最多{most}位小数。", "At most {most} decimal places.";
    refused_large(most: &str): "最大为{most}，请检查单位是否看错。", "At most {most}: check the unit.";
    not_kept: "没有保存，请改正。", "It was not kept: please correct it.";
    not_kept_but(value: &str): "没有保存，留着的仍是{value}。", "It was not kept; {value} still stands.";
    number_counts_nowhere(name: &str, value: &str, reason: &str):
        "{name}是{value}，这不可能，没有参与计算。{reason}", "{name} is {value}, which cannot be and counts nowhere. {reason}";
    answer_counts_nowhere(name: &str): "{name}的作答不在可选范围，没有参与计算，请重新选择。",
        "The answer to {name} is none that can be chosen and counts nowhere: please choose again.";
    rose_by(percent: &str): "比上年上升{percent}", "up {percent} on the year before";
    fell_by(percent: &str): "比上年下降{percent}", "down {percent} on the year before";
    hardly_a_share: "不到0.01%", "less than 0.01%";
    value_and_change(value: &str, change: &str): "{value}，{change}", "{value}, {change}";
    as_before: "与上年持平", "the same as the year before";
    impossible_part(part: &str, part_value: &str, whole: &str, whole_value: &str):
        "{part}（{part_value}）多于{whole}（{whole_value}），这不可能，比率没有计算。请核对这两个数。",
        "{part} ({part_value}) is more than {whole} ({whole_value}), which cannot be; the ratio is not computed. Check both figures.";
    quotient_missing: "数据还没填全", "Figures are missing";
    quotient_by_zero: "分母是0，无法计算", "The denominator is 0";
    quotient_impossible: "两个数矛盾，没有计算", "The figures contradict each other";

    index_lead: "15道题满分100分，再看16个场景；填过的数据直接带入。", "15 questions give up to 100 points, then 16 scenes are rated; data entered before are taken over.";
    index_nothing: "还没有作答", "Nothing answered yet";
    index_so_far(base: &str, best: &str, level: &str):
        "目前{base}分（未答部分全好最多{best}分），{level}", "{base} points so far (up to {best} if everything open turns out best), {level}";
    index_final(base: &str, level: &str): "{base}分，{level}", "{base} points, {level}";
    index_level(number: u8, name: &str): "{number}级（{name}）", "level {number} ({name})";
    index_below: "未达1级", "below level 1";
    index_next_needs(level: &str, parts: &str): "到{level}还差：{parts}。", "For {level} it still takes: {parts}.";
    index_highest: "已是最高级。", "This is the highest level.";
    missing_points(points: &str): "基础分{points}分", "{points} points";
    missing_scenes(count: usize): "{count}个场景", "{count} more scenes";
    missing_constrained(count: usize): "其中★场景{count}个", "{count} of them constrained (★)";
    points_open(most: &str): "未作答，最多{most}分", "Open; up to {most} points";
    points_unknown(most: &str): "不清楚，暂不得分，最多{most}分", "Not known, no points yet; up to {most}";
    points_of(points: &str, most: &str): "{points}分，满分{most}分", "{points} of {most} points";
    points_by_figures(points: &str, most: &str, change: &str): "两年数据{change}：得{points}分，满分{most}分", "{change} over two years: {points} of {most} points";
    points_impossible: "数据有矛盾，没有计分", "The figures contradict each other: no points";
    or_state_the_change: "没有两年的数字，也可以直接选：", "Without the figures of two years, choose:";
    rose: "上升", "Rose";
    stayed: "持平", "The same";
    fell: "下降", "Fell";
    scenes_of(group: &str): "场景：{group}", "Scenes: {group}";
    scenes_lead: "每个场景选最符合的一级；★为受限场景，等级规则里单独计数。", "Choose the step that fits each scene best; scenes with ★ are counted separately by the rule of the levels.";
    none_of_these: "都没有", "None of these";
    firm_has_none: "本企业没有这项业务", "The firm has no such activity";
    reason_absent: "没有这项业务的原因", "Why there is no such activity";
}

impl Language {
    /// What was stated, in words and figures.
    pub fn fact_value(self, fact: &Fact, answer: &FactAnswer) -> String {
        match answer {
            FactAnswer::Number(number) => short(&number.round(FactAnswer::DECIMALS)).to_owned(),
            FactAnswer::YesNo(true) => self.yes().to_owned(),
            FactAnswer::YesNo(false) => self.no().to_owned(),
            FactAnswer::Choice(id) => match &fact.kind {
                FactKind::Choice(choices) => {
                    let choice = choices.iter().find(|choice| choice.id == *id);
                    choice.map_or(id.as_str(), |choice| choice.name.get(self)).to_owned()
                }
                _ => id.clone(),
            },
            FactAnswer::Unknown => self.unknown().to_owned(),
            FactAnswer::NotApplicable => self.not_applicable().to_owned(),
        }
    }

    pub fn fact_with_unit(self, fact: &Fact) -> String {
        match &fact.kind {
            FactKind::Number { unit, .. } | FactKind::Profile { unit } => {
                self.fact_named(fact.name.get(self), unit.get(self))
            }
            FactKind::YesNo | FactKind::Choice(_) => fact.name.get(self).to_owned(),
        }
    }

    /// A target of the plan in a sentence that says whom it is for, so that nobody takes it for one plant's.
    pub fn plan_target(self, target: &Target, plan: &Bilingual) -> String {
        let whom = match target.scope {
            TargetScope::District => self.for_district(),
            TargetScope::AboveScale => self.for_above_scale(),
            TargetScope::NewCityAboveScale => self.for_new_city(),
            TargetScope::SpecialisedSmes => self.for_specialised(),
            TargetScope::KeyEnergyUsers => self.for_energy_users(),
            TargetScope::KeyFirmsAndParks => self.for_firms_and_parks(),
        };
        let when = match target.period {
            Period::By2025 => self.by_2025(),
            Period::ThreeYears => self.in_three_years(),
            Period::Yearly => self.each_year(),
            Period::Unstated => "",
        };
        let place = self.target_place(plan.get(self), target.task.get(self));
        self.target_is(whom, when, target.name.get(self), &self.amount(&target.aim), &place)
    }

    fn amount(self, aim: &Aim) -> String {
        let number = |number: &Exact| short(&number.round(FactAnswer::DECIMALS)).to_owned();
        match aim {
            Aim::AtLeast(least, unit) if unit.en == "%" && *least == Exact::from(100) => {
                self.all_of_them(&self.figure(&number(least), unit))
            }
            Aim::AtLeast(least, unit) if unit.en == "%" => self.at_least_share(&self.figure(&number(least), unit)),
            Aim::AtLeast(least, unit) => self.at_least_count(&self.figure(&number(least), unit)),
            Aim::About(about, unit) => self.about_so_many(&self.figure(&number(about), unit)),
            Aim::Between(least, most, unit) => self.figure(&format!("{}–{}", number(least), number(most)), unit),
            Aim::Falls => self.falls_steadily().to_owned(),
        }
    }

    /// A number with its unit.
    fn figure(self, number: &str, unit: &Bilingual) -> String {
        match unit.get(self) {
            "%" => self.percent(number),
            // Not to be read as one number.
            unit if unit.starts_with(|first: char| first.is_ascii_digit()) => self.figure_times_unit(number, unit),
            unit => self.figure_with_unit(number, unit),
        }
    }

    pub fn number_refused(self, refused: &Refused) -> String {
        match refused {
            Refused::NoNumber => self.refused_no_number().to_owned(),
            Refused::TooManyDecimals { most: 0 } => self.refused_fraction().to_owned(),
            Refused::TooManyDecimals { most } => self.refused_decimals(*most),
            Refused::TooLarge { most } => self.refused_large(short(&most.round(FactAnswer::DECIMALS))),
        }
    }

    pub fn fact_problem(self, problem: &FactProblem) -> String {
        match problem {
            FactProblem::Number { fact, number, refused } => {
                let number = number.round(FactAnswer::DECIMALS);
                self.number_counts_nowhere(fact.name.get(self), short(&number), &self.number_refused(refused))
            }
            FactProblem::Answer { fact } => self.answer_counts_nowhere(fact.name.get(self)),
            FactProblem::MoreThanWhole { ratio, part, whole } => {
                let facts = crate::facts::Facts::shipped();
                let name = |id| facts.fact(id).map_or("", |fact| fact.name.get(self));
                let (part, whole) = (part.round(FactAnswer::DECIMALS), whole.round(FactAnswer::DECIMALS));
                self.impossible_part(name(&ratio.numerator), short(&part), name(&ratio.denominator), short(&whole))
            }
        }
    }

    /// How a ratio moved against the year before, given as a share of that year's value.
    pub fn ratio_change(self, change: &Exact) -> String {
        let zero = Exact::zero();
        let size = if *change < zero { zero.clone() - change.clone() } else { change.clone() };
        let percent = (size * Exact::from(100)).floor(2);
        let percent = match short(&percent) {
            "0" => self.hardly_a_share().to_owned(),
            percent => self.percent(percent),
        };
        match change.cmp(&zero) {
            Ordering::Less => self.fell_by(&percent),
            Ordering::Equal => self.as_before().to_owned(),
            Ordering::Greater => self.rose_by(&percent),
        }
    }

    /// What a ratio comes to, rounded down like every score.
    pub fn quotient(self, ratio: &Ratio, quotient: &Quotient) -> String {
        match quotient {
            Quotient::Value(value) if ratio.unit.en == "%" => self.percent(&value.percent()),
            Quotient::Value(value) => self.figure(short(&value.floor(4)), &ratio.unit),
            Quotient::Missing => self.quotient_missing().to_owned(),
            Quotient::ByZero => self.quotient_by_zero().to_owned(),
            Quotient::Impossible => self.quotient_impossible().to_owned(),
        }
    }

    pub fn change_word(self, change: Change) -> &'static str {
        match change {
            Change::Rose => self.rose(),
            Change::Same => self.stayed(),
            Change::Fell => self.fell(),
        }
    }

    pub fn index_standing(self, result: &IndexResult, index: &Index) -> String {
        if !result.begun() {
            return self.index_nothing().to_owned();
        }
        let level = self.index_level_named(result.level, index);
        match result.open_questions() + result.open_scenes {
            0 => self.index_final(short(&result.base.floor(2)), &level),
            _ => self.index_so_far(short(&result.base.floor(2)), short(&result.best.floor(2)), &level),
        }
    }

    fn index_level_named(self, number: u8, index: &Index) -> String {
        index
            .level(number)
            .map_or_else(|| self.index_below().to_owned(), |level| self.index_level(number, level.name.get(self)))
    }

    pub fn index_next(self, result: &IndexResult, index: &Index) -> String {
        let Some(Missing { level, points, scenes, constrained }) = &result.next else {
            return self.index_highest().to_owned();
        };
        let parts = [
            (!points.is_zero()).then(|| self.missing_points(short(&points.ceil(2)))),
            (*scenes > 0).then(|| self.missing_scenes(*scenes)),
            (*constrained > 0).then(|| self.missing_constrained(*constrained)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        self.index_next_needs(&self.index_level_named(*level, index), &parts.join(self.list_separator()))
    }

    pub fn index_points(self, result: &QuestionResult, question: &Question) -> String {
        let most = question.most.floor(3);
        let most = short(&most);
        let points = result.points.as_ref().map(|points| points.floor(3));
        match (&result.working, points.as_deref().map(short)) {
            (Working::Impossible, _) => self.points_impossible().to_owned(),
            (Working::Unknown, _) => self.points_unknown(most),
            (Working::Change { change, figures: Some(_) }, Some(points)) => {
                self.points_by_figures(points, most, self.change_word(*change))
            }
            (_, Some(points)) => self.points_of(points, most),
            (_, None) => self.points_open(most),
        }
    }
}

// Suggestions and consistency checks.
words! {
    suggested_level(level: u8): "按已有评分，建议选{level}级。", "The ratings so far suggest level {level}.";
    suggested_option(option: &str): "按已有评分，建议勾选“{option}”。", "The ratings so far suggest “{option}”.";
    suggested_rating(scene: &str, level: u8, rating: &str):
        "场景“{scene}”评了{level}级，建议评为“{rating}”。", "The scene “{scene}” is at level {level}, which suggests “{rating}”.";
    accept_suggestion: "采纳", "Accept";
    checks_title: "请核对这些地方", "Please check these";
    checks_lead: "下面的作答看起来对不上。改一处，或写一句说明；说明会印在报告里。",
        "These answers do not seem to go together. Change one, or explain in a note; notes are printed in the report.";
    check_note: "说明", "Note";
    checks_none: "没有发现前后矛盾的作答。", "No answers were found that do not go together.";
    report_no_facts: "没有填写企业数据。", "No company data were stated.";
    report_value: "数值", "Value";
    points_column: "得分", "Points";
    report_checks: "一致性核对", "Consistency checks";
    report_check_question: "问题", "Question";
    report_check_note: "说明", "Note";
    report_check_open: "未说明", "No note";
}

impl Language {
    /// A check's question with the values filled in.
    pub fn check_question(self, asked: &Asked, questionnaire: &Questionnaire, variant: &VariantId) -> String {
        let mut question = asked.check.question.get(self).to_owned();
        for (place, value) in asked.values.iter().enumerate() {
            let (shown, named) = match value {
                Value::Rating(rating, id) => {
                    let text = questionnaire.requirement(id).map(|it| it.wording(variant).text.get(self));
                    // Inside quotation marks a sentence goes without its full stop.
                    let text = text.unwrap_or(id.as_str()).trim_end_matches(['。', '.']);
                    (questionnaire.rating(*rating).name.get(self).to_owned(), text.to_owned())
                }
                Value::Ratio(ratio) => (self.percent(&ratio.percent()), String::new()),
                Value::Number(number) => (short(&number.round(4)).to_owned(), String::new()),
                Value::Scene(level, id) => {
                    let name = Index::shipped().scene(id).map_or(id.as_str(), |scene| scene.name.get(self));
                    (level.to_string(), name.to_owned())
                }
                Value::Level(level) => (self.level_short(*level), String::new()),
                Value::Plain => continue,
            };
            question = question.replace(&format!("{{{place}}}"), &shown);
            question = question.replace(&format!("{{{place}.text}}"), &named);
            question = question.replace(&format!("{{{place}.name}}"), &named);
        }
        question
    }
}
