//! What a questionnaire's workbook says to the person who fills it in: its guide, its sheets and its columns.

use super::words;
use crate::language::Language;

words! {
    workbook_title: "怎样填写这份问卷工作簿", "How to fill in this questionnaire";
    guide_rows: "每张表第一行是列名，第二行起一行一条；列的先后可以换。", "The first row of a sheet names its columns, each further row is one entry; columns may change places.";
    guide_keys: "列名格里只认第一行的英文名，下面是说明，可以改动。", "Of a column's name only the first line is read; what stands below explains it and may be changed.";
    guide_languages: "列名带.zh的写中文，带.en的写英文，两种语言都要写。", "Columns ending in .zh are Chinese, those in .en are English; both are needed.";
    guide_lists: "几个名称写在一格里时用逗号隔开；佐证一行一条，用Alt+Enter换行。", "Several names in a cell have commas between them; evidence has a line for each item, broken by Alt+Enter.";
    guide_weights: "dimensions里每种制造类型一列weight，同一上级之下合计100；空着表示该类型没有这一项。", "In the sheet dimensions each kind of manufacturing has a column of weights, which sum to 100 below one parent; an empty cell leaves the dimension out.";
    guide_ids: "编号用小写英文字母、数字和连字符；要求的编号前面加所属子域和一个点，如maintenance.rounds。", "Ids are lower-case letters, digits and hyphens; a requirement's begins with its sub-domain and a full stop, as in maintenance.rounds.";
    guide_notes: "自己的备注可以另开工作表或另加一列，名称以#开头，读取时跳过。", "Notes of your own may have sheets and columns whose names begin with #: they are passed over.";
    sheet_is(name: &str, meaning: &str): "{name}：{meaning}", "{name}: {meaning}";

    sheet_model: "问卷本身，只有一行", "the questionnaire itself, in one row";
    sheet_variants: "制造类型", "kinds of manufacturing";
    sheet_levels: "等级，从1起连续", "levels, from 1 on";
    sheet_ratings: "四档评分", "the four ratings";
    sheet_efforts: "三档投入", "the three classes of effort";
    sheet_rules: "计分规则的说明", "how scores come about, in words";
    sheet_roles: "向谁了解", "whom to ask";
    sheet_costs: "费用档次", "classes of cost";
    sheet_instruments: "可用的政策工具", "public instruments that can help to pay";
    sheet_sources: "依据：出处和可靠程度", "sources, and how sure they are";
    sheet_dimensions: "能力要素、能力域、能力子域，上级写在前面", "elements, domains and sub-domains, each below its parent";
    sheet_requirements: "要求，一行一条", "requirements, a row each";
    sheet_wordings: "某一制造类型另外的说法，只写不同的格", "other words for one kind of manufacturing, only where they differ";

    column_id: "编号", "Id";
    column_version: "版本", "Edition";
    column_title: "名称", "Title";
    column_model: "参照的标准或模型", "The standard or model it follows";
    column_target: "首先要达到的等级", "The level to reach first";
    column_structure_source: "结构的依据", "Source of the structure";
    column_gate_ratio: "达标线，0至1", "Gate, 0 to 1";
    column_gate_source: "达标线的依据", "Source of the gate";
    column_name: "名称", "Name";
    column_meaning_of_it: "含义", "Meaning";
    column_source: "依据", "Source";
    column_number: "等级", "Level";
    column_points: "分值，0至1", "Points, 0 to 1";
    column_weight: "权重", "Weight";
    column_text: "内容", "Text";
    column_mark: "可靠程度", "How sure it is";
    column_parent: "上级，最上层留空", "Parent; empty at the top";
    column_tailorable: "可否裁剪", "May be left out";
    column_about: "子域说明", "What the sub-domain is about";
    column_texts_source: "要求文字的依据", "Source of the requirements' texts";
    column_met: "完全满足的样子", "What fully met looks like";
    column_largely: "大部分满足的样子", "What largely met looks like";
    column_partly: "部分满足的样子", "What partly met looks like";
    column_measure: "改造措施", "The measure that closes the gap";
    column_why: "为什么问", "Why it is asked";
    column_pitfall: "常见误区", "Pitfall";
    column_documents: "佐证：资料", "Evidence: documents";
    column_screens: "佐证：系统画面", "Evidence: screens";
    column_sights: "佐证：现场所见", "Evidence: things to see";
    column_evidence: "佐证：不分类", "Evidence of any kind";
    column_ask: "问谁", "Whom to ask";
    column_minutes: "预计分钟", "Minutes, estimated";
    column_not_applicable: "可否不适用", "May be not applicable";
    column_effort: "投入档次", "Class of effort";
    column_days: "人日，从、到", "People-days, from and to";
    column_cost: "费用档次", "Class of cost";
    column_kinds: "措施类型", "Kinds of measure";
    column_weeks: "周期（周），从、到", "Weeks, from and to";
    column_after: "先完成哪些要求", "Requirements that come first";
    column_instruments: "政策工具", "Public instruments";
    column_requirement: "要求的编号", "The requirement's id";
    column_variant: "制造类型", "Kind of manufacturing";
}

impl Language {
    /// The guide's rules, a sentence each.
    pub fn workbook_guide(self) -> [&'static str; 7] {
        [
            self.guide_rows(),
            self.guide_keys(),
            self.guide_languages(),
            self.guide_lists(),
            self.guide_weights(),
            self.guide_ids(),
            self.guide_notes(),
        ]
    }

    /// What a sheet holds; empty for a name that no sheet has.
    pub fn sheet_meaning(self, sheet: &str) -> &'static str {
        match sheet {
            "model" => self.sheet_model(),
            "variants" => self.sheet_variants(),
            "levels" => self.sheet_levels(),
            "ratings" => self.sheet_ratings(),
            "efforts" => self.sheet_efforts(),
            "rules" => self.sheet_rules(),
            "roles" => self.sheet_roles(),
            "costs" => self.sheet_costs(),
            "instruments" => self.sheet_instruments(),
            "sources" => self.sheet_sources(),
            "dimensions" => self.sheet_dimensions(),
            "requirements" => self.sheet_requirements(),
            "wordings" => self.sheet_wordings(),
            _ => "",
        }
    }

    /// What the cells of a column hold; empty for a key that no column has.
    pub fn column_meaning(self, key: &str) -> &'static str {
        match key {
            "id" => self.column_id(),
            "version" => self.column_version(),
            "title" => self.column_title(),
            "model" => self.column_model(),
            "target" => self.column_target(),
            "structure_source" => self.column_structure_source(),
            "gate.ratio" => self.column_gate_ratio(),
            "gate.source" => self.column_gate_source(),
            "name" => self.column_name(),
            "meaning" => self.column_meaning_of_it(),
            "source" => self.column_source(),
            "number" | "level" => self.column_number(),
            "points" => self.column_points(),
            "weight" => self.column_weight(),
            "text" => self.column_text(),
            "mark" => self.column_mark(),
            "parent" => self.column_parent(),
            "tailorable" => self.column_tailorable(),
            "about" => self.column_about(),
            "texts_source" => self.column_texts_source(),
            "met" => self.column_met(),
            "largely" => self.column_largely(),
            "partly" => self.column_partly(),
            "measure" => self.column_measure(),
            "why" => self.column_why(),
            "pitfall" => self.column_pitfall(),
            "documents" => self.column_documents(),
            "screens" => self.column_screens(),
            "sights" => self.column_sights(),
            "evidence" => self.column_evidence(),
            "ask" => self.column_ask(),
            "minutes" => self.column_minutes(),
            "not_applicable" => self.column_not_applicable(),
            "effort" => self.column_effort(),
            "days" => self.column_days(),
            "cost" => self.column_cost(),
            "kinds" => self.column_kinds(),
            "weeks" => self.column_weeks(),
            "after" => self.column_after(),
            "instruments" => self.column_instruments(),
            "requirement" => self.column_requirement(),
            "variant" => self.column_variant(),
            _ => "",
        }
    }
}
