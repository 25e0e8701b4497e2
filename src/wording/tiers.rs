//! What is said of the tiers of smart factories: how they stand, what is lacking and what to do about it.

use super::words;
use crate::language::Language;
use crate::questionnaire::{Level, Questionnaire};
use crate::tiers::{Lacking, LadderResult, Standing, State, Stated, TierResult, Tiers};

words! {
    tiers_lead: "逐条对照，一条不满足就不到这一级；由主管部门认定的条件，这里不作判断。",
        "Condition by condition: one that is not met is enough to miss a tier. What the authority decides is not judged here.";
    tier_facts: "条件里要用的情况", "What the conditions ask";
    condition: "条件", "Condition";
    condition_state_column: "对照结果", "How it stands";
    condition_met: "✓ 满足", "✓ Met";
    condition_not_met: "× 不满足", "× Not met";
    condition_unknown: "？未知", "? Unknown";
    condition_for_authority: "— 主管部门认定", "— For the authority";
    tier_of(ladder: &str, tier: &str): "{ladder}：{tier}", "{ladder}: {tier}";
    tier_met: "各条都满足", "All conditions are met";
    tier_rest_for_authority: "可核对的条件都满足，其余由主管部门认定", "All conditions that can be checked are met; the authority judges the rest";
    tier_all_for_authority: "由主管部门认定，这里不作判断", "For the authority to decide; not judged here";
    tier_not_met(not_met: usize): "{not_met}条不满足", "{not_met} not met";
    tier_unknown(unknown: usize): "{unknown}条未知", "{unknown} unknown";
    tier_held(tier: &str): "已获{tier}", "{tier} is held";
    tier_checked(tier: &str): "{tier}可核对的条件都满足", "all conditions that can be checked for {tier} are met";
    tier_needs(tier: &str, names: &str): "到{tier}还差{names}", "not met for {tier}: {names}";
    tier_unclear(tier: &str, count: usize): "{tier}还有{count}条不清楚", "conditions of {tier} not known: {count}";
    tier_authority_decides(tier: &str): "{tier}由主管部门认定", "the authority decides on {tier}";
    quoted_condition(text: &str): "“{text}”", "“{text}”";
    /// Quotation marks are enough in Chinese.
    quoted_separator: "", ", ";
    nothing_stated: "没有填写", "not stated";
    stated_not_known: "填的是“不清楚”", "stated as not known";
    stated_no: "填的是“否”", "stated as no";
    stated_not_applicable: "填的是“不适用”", "stated as not applicable";
    lacking_above_scale(stated: &str): "资料页里{stated}", "{stated} on the profile";
    lacking_level(level: &str): "目前{level}", "at present: {level}";
    lacking_level_open(level: &str): "目前{level}，未答的要求答完才能判断", "at present: {level}; it depends on what is still open";
    lacking_target(level: &str): "还没有问到{level}，把目标等级提到{level}后继续作答", "{level} is not asked yet: raise the target to {level} and go on";
    lacking_edition(level: &str): "这一版问卷没有{level}，在资料页换到新版后继续作答", "this edition has no {level}: move to the newer one on the profile and go on";
    lacking_questionnaire: "这份评估答的是自有问卷，看不出智能制造能力等级", "this assessment answers an own questionnaire, which does not show the maturity level";
    lacking_links(names: &str): "还没有勾选场景的环节：{names}", "no scene ticked yet in: {names}";
    lacking_share(of: usize, with: usize, least: usize):
        "已勾选{of}个，其中{with}个用到人工智能，至少要{least}个", "{of} ticked, {with} of them with artificial intelligence; it takes {least}";
    lacking_scenes: "还没有勾选场景", "no scene is ticked yet";
    lacking_higher_tier: "填的是“没有”或更低的级别", "stated as none or a lower one";
    to_profile: "去资料页", "To the profile";
    to_result: "看差距", "See the gaps";
    typical_scenes: "智能制造典型场景", "Typical scenes of smart manufacturing";
    typical_scenes_lead: "勾选已经建成的，各写一句话。", "Tick those that are in place and describe each in one line.";
    scenes_ticked(ticked: usize, all: usize, with_ai: usize):
        "已勾选{ticked}个（共{all}个），其中{with_ai}个用到人工智能。", "{ticked} of {all} ticked, {with_ai} of them with artificial intelligence.";
    scenes_ticked_of_group(ticked: usize, all: usize): "已勾选{ticked}/{all}", "{ticked} of {all} ticked";
    scenes_of_link(group: &str, link: &str): "{group}（归入{link}）", "{group} (counts as {link})";
    scene_description: "一句话说明", "In one line";
    scene_uses_ai: "用到人工智能", "Uses artificial intelligence";
    report_no_tiers: "没有填写智能工厂梯度要用的情况，也没有勾选典型场景。", "Nothing was stated for the smart-factory tiers, and no typical scene is ticked.";
    report_no_scenes: "没有勾选典型场景。", "No typical scene is ticked.";
    report_scene: "场景", "Scene";
}

impl Language {
    /// How a condition stands; one that is left to the authority has a word of its own.
    pub fn condition_state(self, state: State, lacking: Option<&Lacking>) -> &'static str {
        match (state, lacking) {
            (_, Some(Lacking::Authority)) => self.condition_for_authority(),
            (State::Met, _) => self.condition_met(),
            (State::NotMet, _) => self.condition_not_met(),
            (State::Unknown, _) => self.condition_unknown(),
        }
    }

    pub fn tier_standing(self, tier: &TierResult) -> String {
        match tier.standing() {
            Standing::Met => self.tier_met().to_owned(),
            Standing::RestForAuthority => self.tier_rest_for_authority().to_owned(),
            Standing::AllForAuthority => self.tier_all_for_authority().to_owned(),
            Standing::NotMet | Standing::Unknown => {
                let (not_met, unknown) = (tier.count(State::NotMet), tier.count(State::Unknown));
                let parts = [
                    (not_met > 0).then(|| self.tier_not_met(not_met)),
                    (unknown > 0).then(|| self.tier_unknown(unknown)),
                ];
                parts.into_iter().flatten().collect::<Vec<_>>().join(self.list_separator())
            }
        }
    }

    /// As [`Language::ladder_standing`], with the ladder's name before it.
    pub fn ladder_named(self, result: &LadderResult) -> String {
        self.tier_of(result.ladder.name.get(self), &self.ladder_standing(result))
    }

    /// Where a plant stands on a ladder: the tier held, the highest that it could claim, and what the next one takes.
    pub fn ladder_standing<'a>(self, result: &LadderResult<'a>) -> String {
        let name = |tier: &TierResult<'a>| -> &'a str { tier.tier.name.get(self) };
        let mut parts = Vec::new();
        parts.extend(result.held.map(|tier| self.tier_held(tier.name.get(self))));
        parts.extend(result.best().map(|tier| self.tier_checked(name(tier))));
        if let Some(next) = result.next() {
            let conditions = next.tier.conditions.iter().zip(&next.conditions);
            let not_met = conditions.filter(|(_, result)| result.state == State::NotMet);
            let not_met: Vec<String> =
                not_met.map(|(condition, _)| self.quoted_condition(condition.text.get(self))).collect();
            let unknown = next.count(State::Unknown);
            if next.standing() == Standing::AllForAuthority {
                parts.push(self.tier_authority_decides(name(next)));
            }
            if !not_met.is_empty() {
                parts.push(self.tier_needs(name(next), &not_met.join(self.quoted_separator())));
            }
            if unknown > 0 {
                parts.push(self.tier_unclear(name(next), unknown));
            }
        }
        parts.join(self.sentence_separator())
    }

    /// Why a condition is not met or not known; `questionnaire` is the edition that was answered.
    pub fn lacking(self, result: State, lacking: &Lacking, tiers: &Tiers, questionnaire: &Questionnaire) -> String {
        match lacking {
            Lacking::AboveScale(stated) => self.lacking_above_scale(self.stated(*stated)),
            Lacking::Fact(stated) => self.stated(*stated).to_owned(),
            Lacking::Level(level) => match result {
                State::Unknown => self.lacking_level_open(&self.level_short(*level)),
                _ => self.lacking_level(&self.level_short(*level)),
            },
            Lacking::TargetBelow(level) => self.lacking_target_below(*level, questionnaire),
            Lacking::OtherQuestionnaire => self.lacking_questionnaire().to_owned(),
            Lacking::Links(links) => {
                let names: Vec<&str> =
                    links.iter().filter_map(|id| tiers.link(id)).map(|it| it.name.get(self)).collect();
                self.lacking_links(&names.join(self.list_separator()))
            }
            Lacking::AiShare { of: 0, .. } => self.lacking_scenes().to_owned(),
            Lacking::AiShare { with, of, least } => self.lacking_share(*of, *with, *least),
            Lacking::Holds { stated: Stated::No, .. } => self.lacking_higher_tier().to_owned(),
            Lacking::Holds { stated, .. } => self.stated(*stated).to_owned(),
            Lacking::Authority => String::new(),
        }
    }

    fn lacking_target_below(self, level: Level, questionnaire: &Questionnaire) -> String {
        match questionnaire.asked_levels().contains(&level) {
            true => self.lacking_target(level.short()),
            false => self.lacking_edition(level.short()),
        }
    }

    fn stated(self, stated: Stated) -> &'static str {
        match stated {
            Stated::Nothing => self.nothing_stated(),
            Stated::NotKnown => self.stated_not_known(),
            Stated::No => self.stated_no(),
            Stated::NotApplicable => self.stated_not_applicable(),
        }
    }
}
