//! What is wrong with a questionnaire's files, said to the person who writes them.

use super::troubles::megabytes;
use super::words;
use crate::assessment::CreditCodeFault;
use crate::document::{Fault, Problem};
use crate::language::Language;

words! {
    fault_syntax(message: &str):
        "不是有效的TOML：{message}。同一文件的其他问题要等它改好才能看到。",
        "this is not valid TOML: {message}. Other problems in the same file show once it is mended.";
    fault_no_model:
        "没有model.toml。问卷要有这个文件，写明等级、权重、方法和来源。",
        "there is no model.toml. A questionnaire needs this file for its levels, weights, method and sources.";
    fault_missing_key(key: &str): "缺少“{key}”，请补上。", "“{key}” is missing: add it.";
    fault_unknown_key(key: &str):
        "没有“{key}”这一项，可能拼错了。请改正或删去。",
        "there is no such key as “{key}”, which may be misspelt. Correct or remove it.";
    fault_wrong_type(key: &str, expected: &str): "“{key}”应当是{expected}。", "“{key}” must be {expected}.";
    fault_empty_text(key: &str): "“{key}”是空的，请写上内容。", "“{key}” is empty: write something.";
    fault_control_character(key: &str):
        "“{key}”里有看不见的控制字符，屏幕和报告都显示不了。请删去后重新输入。",
        "“{key}” holds an invisible control character that neither screen nor report can show. Remove it and type the text anew.";
    fault_several_lines(key: &str): "“{key}”的每一项只能写一行，请去掉换行。", "each item of “{key}” must be one line: remove the line break.";
    fault_missing_language(key: &str, language: &str):
        "“{key}”缺少{language}，两种语言必须齐全。",
        "“{key}” lacks its {language}; both languages are needed.";
    fault_too_long(key: &str, length: usize, limit: usize):
        "“{key}”有{length}个字符，最多{limit}个，否则报告和手机上排不下。请缩短。",
        "“{key}” has {length} characters; more than {limit} do not fit the report or a phone. Shorten it.";
    fault_unknown_word(key: &str, found: &str, known: &str):
        "“{key}”写的是“{found}”，只能是{known}之一。",
        "“{key}” is “{found}”, but must be one of {known}.";
    fault_unknown_name(kind: &str, name: &str):
        "引用了{kind}“{name}”，但哪里都没有写明。请改正名称，或补上。",
        "there is no {kind} “{name}”. Correct the name or add it.";
    fault_duplicate(kind: &str, name: &str, first: &str):
        "{kind}“{name}”重复，第一次出现在{first}。请改名或删去一个。",
        "the {kind} “{name}” stands twice, first at {first}. Rename or remove one.";
    fault_bad_id(id: &str):
        "编号“{id}”无效：只用小写英文字母、数字和连字符，字母开头；要求的编号前面加所属子域和一个点，如maintenance.rounds。",
        "the id “{id}” is invalid: use lower-case letters, digits and hyphens, a letter first; a requirement's id begins with its sub-domain and a full stop, as in maintenance.rounds.";
    fault_taken_id(id: &str):
        "编号“{id}”是随附问卷的，自有问卷不能用，以免混淆。请换一个编号，例如在前面加上own-。",
        "the id “{id}” is that of a questionnaire that comes with the product; an own one must not be taken for it. Choose another, such as one with own- in front.";
    fault_too_large(size: &str, limit: &str):
        "问卷有{size}，超过{limit}的上限。每份导出文件都要带上它，请删减后再用。",
        "the questionnaire has {size}, over the limit of {limit}. Every exported file carries it: make it smaller.";
    fault_unknown_level(found: &str):
        "没有等级“{found}”，等级是1至5，并且要在model.toml里写明。",
        "there is no level “{found}”: levels are 1 to 5 and declared in model.toml.";
    fault_levels_with_hole(missing: u8):
        "等级从1起要连续，缺少{missing}级。",
        "levels must follow each other from 1 on, but level {missing} is missing.";
    fault_not_a_decimal(key: &str, found: &str):
        "“{key}”写的是“{found}”，应当是加引号的小数，如\"0.8\"。",
        "“{key}” is “{found}”, but must be a decimal in quotes such as \"0.8\".";
    fault_out_of_range(key: &str, found: &str, least: &str, most: &str):
        "“{key}”的值{found}超出范围，应大于{least}，不超过{most}。",
        "“{key}” is {found}, but must be above {least} and at most {most}.";
    fault_points_not_falling(rating: &str):
        "评分“{rating}”的分值不对：满足为1、不满足为0，四档依次降低。",
        "the points of the rating “{rating}” are wrong: met is 1, not met is 0, and each of the four is below the one before.";
    fault_weights_do_not_sum(parent: &str, variant: &str, sum: u32):
        "“{parent}”之下的权重（{variant}）合计{sum}，应为100。",
        "the weights below “{parent}” ({variant}) sum to {sum} and not to 100.";
    fault_weight_outside_parent(dimension: &str, variant: &str):
        "“{dimension}”在“{variant}”里有权重，但它的上级在其中没有。请删去这个权重，或给上级加上。",
        "“{dimension}” has a weight in “{variant}” while the dimension above it has none. Remove the weight or give one to the dimension above.";
    fault_empty_sub_domain(dimension: &str):
        "子域“{dimension}”没有一条要求。请给它写一个要求文件，或从model.toml里删去。",
        "the sub-domain “{dimension}” has no requirement. Write its file or remove it from model.toml.";
    fault_requirements_above_leaf(dimension: &str):
        "“{dimension}”之下还有子域，要求只能写在最下一层。",
        "“{dimension}” has sub-domains below it; requirements belong to the lowest rank only.";
    fault_unknown_parent(dimension: &str, parent: &str):
        "“{dimension}”的上级“{parent}”没有在它之前写出。请改正名称，或把上级移到前面。",
        "“{parent}”, which “{dimension}” belongs to, is not declared above it. Correct the name or move the parent up.";
    fault_too_deep(dimension: &str, most: usize):
        "“{dimension}”太深：能力要素、能力域、能力子域最多{most}层。请把它移到上一层。",
        "“{dimension}” lies too deep: elements, domains and sub-domains are {most} ranks at most. Move it up.";

    fault_not_a_workbook(message: &str):
        "不是能读取的XLSX工作簿（{message}）。旧的.xls请另存为.xlsx，加了密码的请先去掉。",
        "this is no XLSX workbook that can be read ({message}). Save an old .xls as .xlsx, and remove a password first.";
    fault_missing_sheet(name: &str):
        "缺少工作表“{name}”。请补上，或从下载的样表开始。",
        "the sheet “{name}” is missing: add it, or begin with a downloaded workbook.";
    fault_unknown_sheet(name: &str, known: &str):
        "不认识工作表“{name}”，可能拼错了；工作表有{known}。自己的备注表请在名称前加#。",
        "there is no such sheet as “{name}”, which may be misspelt; there are {known}. Put # before the name of a sheet with notes of your own.";
    fault_missing_column(key: &str):
        "这张表缺少“{key}”列，第一行要写列名。请补上。",
        "this sheet lacks the column “{key}”; its first row names the columns. Add it.";
    fault_cell_without_head:
        "这一列没有列名，不知道写的是什么。请在第一行写上列名；自己的备注列以#开头。",
        "this column has no name, so nothing says what this is. Name it in the first row; begin the name of a column with notes of your own with #.";
    fault_not_a_text:
        "这一格是日期或算不出的公式。请把格式改成文本后重新输入。",
        "this cell holds a date or a formula without a result. Format it as text and type it anew.";
    fault_one_row_only: "这张表只能有一行内容，请删去多余的行。", "this sheet has one row only: remove the others.";
    fault_wrong_count(kind: &str, old: usize, new: usize):
        "“{kind}”不能是{old}个旧编号对{new}个新编号：renamed一对一，split一对多，merged多对一，dropped只写旧编号。",
        "“{kind}” cannot turn {old} old ids into {new}: renamed is one to one, split one to several, merged several to one, dropped names the old one only.";
    fault_prerequisite_above(requirement: &str, after: &str):
        "“{requirement}”的措施要等“{after}”先完成，而后者的等级更高。请改正先后，或删去这一项。",
        "the measure of “{requirement}” waits for “{after}”, which is of a higher level. Correct the order or remove it.";
    fault_prerequisite_cycle(requirement: &str):
        "“{requirement}”的措施绕了一圈又要等自己先完成。请删去其中一项先后关系。",
        "the measure of “{requirement}” waits, by way of others, for itself. Remove one of the links.";

    credit_code_length(found: usize):
        "统一社会信用代码应为18位，现有{found}位。请对照营业执照检查。",
        "A unified social credit code has 18 characters; this one has {found}. Check it against the business licence.";
    credit_code_character(found: char, place: usize):
        "第{place}位的“{found}”不会出现在统一社会信用代码里（不用I、O、S、V、Z）。请对照营业执照检查。",
        "“{found}” in place {place} never occurs in a unified social credit code (I, O, S, V and Z are not used). Check it against the business licence.";
    credit_code_check_digit(expected: char, found: char):
        "校验位不符：最后一位应为{expected}，现为{found}，可能有一位输错了。请对照营业执照检查。",
        "The check digit does not fit: the last character should be {expected} and is {found}, so one may be mistyped. Check it against the business licence.";
}

impl Language {
    /// A fault with its place, `model.toml:24: …` as editors and terminals take it, or `own.xlsx:levels!B3: …`.
    pub fn problem(self, problem: &Problem) -> String {
        let fault = self.questionnaire_fault(&problem.fault);
        match &problem.place {
            Some(place) => format!("{}:{place}: {fault}", problem.file),
            None => format!("{}: {fault}", problem.file),
        }
    }

    /// One fault of a questionnaire; in English it begins in lower case, as it follows the place.
    pub fn questionnaire_fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Syntax { message } => self.fault_syntax(message),
            Fault::NoModel => self.fault_no_model().into(),
            Fault::MissingKey { key } => self.fault_missing_key(key),
            Fault::UnknownKey { key } => self.fault_unknown_key(key),
            Fault::WrongType { key, expected } => self.fault_wrong_type(key, self.toml_type(expected)),
            Fault::EmptyText { key } => self.fault_empty_text(key),
            Fault::ControlCharacter { key } => self.fault_control_character(key),
            Fault::SeveralLines { key } => self.fault_several_lines(key),
            Fault::MissingLanguage { key, language } => self.fault_missing_language(key, self.language_named(language)),
            Fault::TooLong { key, length, limit } => self.fault_too_long(key, *length, *limit),
            Fault::UnknownWord { key, found, known } => self.fault_unknown_word(key, found, known),
            Fault::UnknownName { kind, name } => self.fault_unknown_name(self.kind_named(kind), name),
            Fault::Duplicate { kind, name, first } => self.fault_duplicate(self.kind_named(kind), name, first),
            Fault::BadId { id } => self.fault_bad_id(id),
            Fault::TakenId { id } => self.fault_taken_id(id),
            Fault::TooLarge { size, limit } => self.fault_too_large(&megabytes(*size), &megabytes(*limit)),
            Fault::UnknownLevel { found } => self.fault_unknown_level(found),
            Fault::LevelsWithHole { missing } => self.fault_levels_with_hole(*missing),
            Fault::NotADecimal { key, found } => self.fault_not_a_decimal(key, found),
            Fault::OutOfRange { key, found, least, most } => self.fault_out_of_range(key, found, least, most),
            Fault::PointsNotFalling { rating } => self.fault_points_not_falling(rating),
            Fault::WeightsDoNotSum { parent, variant, sum } => self.fault_weights_do_not_sum(parent, variant, *sum),
            Fault::WeightOutsideParent { dimension, variant } => self.fault_weight_outside_parent(dimension, variant),
            Fault::EmptySubDomain { dimension } => self.fault_empty_sub_domain(dimension),
            Fault::RequirementsAboveLeaf { dimension } => self.fault_requirements_above_leaf(dimension),
            Fault::UnknownParent { dimension, parent } => self.fault_unknown_parent(dimension, parent),
            Fault::TooDeep { dimension, most } => self.fault_too_deep(dimension, *most),
            Fault::NotAWorkbook { message } => self.fault_not_a_workbook(message),
            Fault::MissingSheet { name } => self.fault_missing_sheet(name),
            Fault::UnknownSheet { name, known } => self.fault_unknown_sheet(name, known),
            Fault::MissingColumn { key } => self.fault_missing_column(key),
            Fault::CellWithoutHead => self.fault_cell_without_head().into(),
            Fault::NotAText => self.fault_not_a_text().into(),
            Fault::OneRowOnly => self.fault_one_row_only().into(),
            Fault::WrongCount { kind, old, new } => self.fault_wrong_count(kind, *old, *new),
            Fault::PrerequisiteAbove { requirement, after } => self.fault_prerequisite_above(requirement, after),
            Fault::PrerequisiteCycle { requirement } => self.fault_prerequisite_cycle(requirement),
        }
    }

    /// Why a text is no credit code.
    pub fn credit_code_fault(self, fault: &CreditCodeFault) -> String {
        match fault {
            CreditCodeFault::Length { found } => self.credit_code_length(*found),
            CreditCodeFault::Character { found, place } => self.credit_code_character(*found, *place),
            CreditCodeFault::CheckDigit { expected, found } => self.credit_code_check_digit(*expected, *found),
        }
    }

    /// A type of the questionnaire's format; its English name is the one in the fault.
    fn toml_type(self, expected: &'static str) -> &'static str {
        match (self, expected) {
            (Language::English, _) => expected,
            (_, "text") => "文字",
            (_, "a list of texts") => "一列文字",
            (_, "true or false") => "true或false",
            (_, "a whole number") => "整数",
            (_, "a table") => "一个表",
            (_, "a list of tables") => "一列表",
            (_, "two whole numbers, the lower one first") => "两个整数，小的在前",
            (_, other) => other,
        }
    }

    fn kind_named(self, kind: &'static str) -> &'static str {
        match (self, kind) {
            (Language::English, _) => kind,
            (_, "source") => "来源",
            (_, "dimension") => "能力域",
            (_, "sub-domain") => "子域文件",
            (_, "requirement") => "要求",
            (_, "old requirement") => "旧编号",
            (_, "new requirement") => "新编号",
            (_, "variant") => "制造类型",
            (_, "effort") => "投入档次",
            (_, "rating") => "评分",
            (_, "column") => "列",
            (_, "wording") => "另外的说法",
            (_, "level") => "等级",
            (_, "role") => "岗位",
            (_, "cost") => "费用档次",
            (_, "instrument") => "政策工具",
            (_, other) => other,
        }
    }

    fn language_named(self, tag: &'static str) -> &'static str {
        match (self, Language::from_tag(tag)) {
            (Language::Chinese, Some(Language::Chinese)) => "中文",
            (Language::Chinese, Some(Language::English)) => "英文",
            (Language::English, Some(Language::Chinese)) => "Chinese",
            (Language::English, Some(Language::English)) => "English",
            (_, None) => tag,
        }
    }
}
