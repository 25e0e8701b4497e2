//! What is said about how a report is wanted.

use super::words;
use crate::language::Language;
use crate::order::{Accent, AccentFault, Extent, Logo, LogoFault, Section};

words! {
    how_long: "篇幅", "How long";
    extent_summary: "一页摘要", "One page";
    extent_management: "管理层版", "Management";
    extent_full: "完整版", "Full";
    extent_summary_means: "等级、差距和先做的三件事，打印一张纸。", "The level, what is missing and the three things to do first, on one sheet.";
    extent_management_means: "给管理层：结果、主要差距、首批项目、路线图和政策，十页左右。", "For those who decide: results, the main gaps, the first projects, road map and policy, in about ten pages.";
    extent_full_means: "全部内容，含各能力域现状、材料清单、全部回答和计算过程。", "Everything, with each domain in words, materials, all answers and the working.";
    choose_parts: "选择内容", "Choose the parts";
    parts_always: "封面和诊断结论始终都有。", "Cover and conclusion are always there.";
    own_brand: "自己的标识和颜色", "Own logo and colour";
    brand_kept: "只存在这台设备上，用于这里生成的所有报告。", "Kept on this device only, for every report made here.";
    accent_colour: "主色", "Accent colour";
    accent_example: "如#0b5c7a，留空用默认颜色", "Such as #0b5c7a; empty for the usual colour";
    choose_logo: "选择标识图片", "Choose a logo";
    remove_logo: "去掉标识", "Remove the logo";
    accent_no_colour: "这不是颜色，主色没有改变。请写井号加六位十六进制数，如#0b5c7a。", "This is no colour, and the accent stays as it was. Write a number sign and six hexadecimal digits, such as #0b5c7a.";
    accent_too_light(contrast: &str, least: &str):
        "这个颜色太浅，印在白纸上看不清（对比度{contrast}，至少要{least}）。请换深一些的颜色。",
        "This colour is too light to read on white paper (contrast {contrast}, at least {least} is needed). Choose a darker one.";
    logo_no_png: "这个文件不能用作标识：不是能读取的图片。请换一张PNG图片。", "This file cannot be a logo: it is no picture that can be read. Choose a PNG.";
    logo_too_large(width: u32, height: u32, limit: u32):
        "图片太大（{width}×{height}像素），每边最多{limit}像素。请缩小后再用。",
        "The picture is too large ({width} × {height} pixels); at most {limit} along a side. Make it smaller first.";
    sign_title: "签字", "Signature";
    sign_lead: "现场评估人签字后，报告不再带“未签字”水印。签字之后再改动任何内容，签字作废。", "Once the on-site assessor has signed, the report no longer carries “Not signed” across its pages. Any later change makes the signature void.";
    sign_name: "评估人姓名", "The assessor's name";
    sign_now: "签字", "Sign";
    signed_is(name: &str, date: &str): "{name}已于{date}签字。", "Signed by {name} on {date}.";
    signed_is_void(name: &str, date: &str): "{name}在{date}签过字，之后内容有改动，签字已作废，请重新签字。", "{name} signed on {date}; something was changed since, so the signature is void. Please sign again.";
    self_not_signed: "企业自评的报告每页带“自评”水印；改为现场评估并由评估人签字后去掉。", "A self-assessment carries “Self-assessed” across its pages, until it is an on-site assessment that its assessor has signed.";
}

impl Language {
    pub fn extent_name(self, extent: Extent) -> &'static str {
        match extent {
            Extent::Summary => self.extent_summary(),
            Extent::Management => self.extent_management(),
            Extent::Full => self.extent_full(),
        }
    }

    pub fn extent_meaning(self, extent: Extent) -> &'static str {
        match extent {
            Extent::Summary => self.extent_summary_means(),
            Extent::Management => self.extent_management_means(),
            Extent::Full => self.extent_full_means(),
        }
    }

    /// A part's title, as it stands in the report.
    pub fn section_name(self, section: Section) -> &'static str {
        match section {
            Section::Firm => self.report_firm(),
            Section::Scope => self.report_scope(),
            Section::Scores => self.report_scores(),
            Section::Domains => self.report_domains(),
            Section::Gaps => self.gaps_title(),
            Section::Projects => self.report_projects(),
            Section::RoadMap => self.report_road_map(),
            Section::Yardsticks => self.report_yardsticks(),
            Section::Policy => self.report_policy(),
            Section::Materials => self.report_materials(),
            Section::Answers => self.report_answers(),
            Section::Method => self.report_method(),
            Section::Sources => self.report_sources(),
        }
    }

    pub fn accent_fault(self, fault: AccentFault) -> String {
        match fault {
            AccentFault::NoColour => self.accent_no_colour().to_owned(),
            AccentFault::TooLight { contrast } => {
                self.accent_too_light(&format!("{contrast:.1}"), &format!("{:.1}", Accent::CONTRAST))
            }
        }
    }

    pub fn logo_fault(self, fault: LogoFault) -> String {
        match fault {
            LogoFault::NoPng => self.logo_no_png().to_owned(),
            LogoFault::TooLarge { width, height } => self.logo_too_large(width, height, Logo::LIMIT),
        }
    }
}
