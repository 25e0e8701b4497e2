//! The field's words, said the same way on every screen, in the report and in files.

use super::{Language, words};
use crate::assessment::{Kind, Site};
use crate::exact::Exact;
use crate::provenance::Mark;
use crate::questionnaire::{EvidenceKind, Level, Questionnaire};

words! {
    product_name: "工厂体检", "Factory Checkup";
    assessment: "评估", "Assessment";
    domain: "能力域", "Domain";
    requirement: "要求", "Requirement";
    level: "等级", "Level";
    below_first_level: "未达L1", "Below L1";
    total: "总分", "Total";
    weight: "权重", "Weight";
    completeness: "完成度", "Completeness";
    tailoring: "裁剪", "Tailoring";
    tailored_out: "已裁剪", "Tailored out";
    measure: "改造措施", "Measure";
    effort: "投入", "Effort";
    evidence: "佐证", "Evidence";
    documents: "看文件", "Documents to see";
    screens: "看画面", "Screens to see";
    sights: "看现场", "To see on the floor";
    note: "备注", "Note";
    reason: "理由", "Reason";
    unanswered: "未答", "Unanswered";
    unknown: "不清楚", "Not known";
    not_applicable: "不适用", "Not applicable";
    firm: "企业名称", "Firm";
    credit_code: "统一社会信用代码", "Unified social credit code";
    industry: "行业（GB/T 4754）", "Industry (GB/T 4754)";
    town: "街镇", "Town";
    park: "园区", "Park";
    above_scale: "规上企业", "Above-scale firm";
    in_new_city: "位于松江新城", "In Songjiang New City";
    manufacturing_type: "制造类型", "Type of manufacturing";
    employees: "职工人数", "Employees";
    /// With its unit, 10 000 CNY.
    revenue: "最近一年营业收入（万元）", "Revenue of the latest full year (10,000 CNY)";
    contact: "联系人", "Contact";
    assessor: "评估人", "Assessor";
    kind: "评估方式", "Kind of assessment";
    self_assessment: "企业自评", "Self-assessment";
    on_site: "现场评估", "On-site assessment";
    last_change: "最近修改", "Last change";
    yes: "是", "Yes";
    no: "否", "No";
    not_given: "未填写", "Not given";
    provenance: "依据", "Provenance";
    mark_read: "公开来源", "Read in a public source";
    mark_second_hand: "转引", "Second-hand";
    mark_unverified: "未核实", "Unverified";
    mark_our_rule: "本工具规则", "Our own rule";
    /// Stands on the welcome screen, the result and the report's cover.
    not_a_certification:
        "本结果为数字化诊断结果，仅供企业改进参考，不是智能制造能力成熟度的认证或官方评定。",
        "This is a digital diagnosis for the plant's own improvement. It is no certification and no official grading of smart-manufacturing maturity.";
    less_than(points: &str): "不到 {points}", "under {points}";
    list_separator: "、", ", ";
    sentence_separator: "；", "; ";
}

impl Language {
    /// The firm's name, or that none was given.
    pub fn firm_of(self, site: &Site) -> &str {
        match site.firm.trim() {
            "" => self.not_given(),
            firm => firm,
        }
    }

    pub fn kind_name(self, kind: Kind) -> &'static str {
        match kind {
            Kind::SelfAssessment => self.self_assessment(),
            Kind::OnSite => self.on_site(),
        }
    }

    pub fn evidence_kind(self, kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::Document => self.documents(),
            EvidenceKind::Screen => self.screens(),
            EvidenceKind::Sight => self.sights(),
            EvidenceKind::Any => self.evidence(),
        }
    }

    pub fn mark_name(self, mark: Mark) -> &'static str {
        match mark {
            Mark::Read => self.mark_read(),
            Mark::SecondHand => self.mark_second_hand(),
            Mark::Unverified => self.mark_unverified(),
            Mark::OurRule => self.mark_our_rule(),
        }
    }

    /// A level reached, with its name: `L2（规范级）`, `L2 (Standardised)`, `未达L1`, `Below L1`.
    pub fn level_reached(self, reached: Option<Level>, questionnaire: &Questionnaire) -> String {
        let Some(level) = reached else { return self.below_first_level().to_owned() };
        let name = questionnaire.level(level).map_or("", |meaning| meaning.name.get(self));
        match self {
            Language::Chinese => format!("{level}（{name}）"),
            Language::English => format!("{level} ({name})"),
        }
    }

    /// A level reached in the fewest letters: `L2`, `未达L1`.
    pub fn level_short(self, reached: Option<Level>) -> String {
        reached.map_or_else(|| self.below_first_level().to_owned(), |level| level.to_string())
    }

    /// A name that stands in the middle of a sentence: English begins it small, unless it is an abbreviation.
    pub fn in_passing(self, name: &str) -> String {
        let mut rest = name.chars();
        match rest.next() {
            Some(first) if rest.as_str().starts_with(|second: char| second.is_lowercase()) => {
                first.to_lowercase().chain(rest).collect()
            }
            _ => name.to_owned(),
        }
    }

    /// What closing a gap gains: to three places, rounded down, and never as nothing.
    pub fn points(self, gain: &Exact) -> String {
        self.not_as_nothing(gain, gain.floor(3))
    }

    /// What a score lacks somewhere: to the nearest of three places, so that such numbers add up, and never as nothing.
    pub fn loss(self, loss: &Exact) -> String {
        self.not_as_nothing(loss, loss.round(3))
    }

    fn not_as_nothing(self, value: &Exact, printed: String) -> String {
        let least = Exact::ratio(1, 1000);
        if *value < least { self.less_than(&least.floor(3)) } else { printed }
    }

    /// The sentences that there are, one after the other.
    pub fn sentences<const N: usize>(self, parts: [Option<String>; N]) -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.sentence_gap())
    }

    /// `甲、乙、丙`, `a, b and c`: several names in a sentence.
    pub fn in_a_sentence(self, names: &[impl AsRef<str>]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        match (self, names.as_slice()) {
            (Language::English, [others @ .., before, last]) => {
                let begun: String = others.iter().flat_map(|name| [*name, ", "]).collect();
                format!("{begun}{before} and {last}")
            }
            _ => names.join(self.list_separator()),
        }
    }
}
