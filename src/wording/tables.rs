//! What tables of many plants say beyond the field's common words.

use super::words;

words! {
    file: "文件", "File";
    questionnaire: "问卷", "Questionnaire";
    title_and_edition(title: &str, version: &str): "{title} {version}版", "{title}, edition {version}";
    /// A chart's name, with the questionnaire where it is an own one.
    by_questionnaire(name: &str, title: &str): "{name}：{title}", "{name}: {title}";
    answers_own(title: &str): "自有问卷：{title}", "Own questionnaire: {title}";
    remarks: "提示", "Remarks";
    lowest_level: "最低可能等级", "Lowest possible level";
    highest_level: "最高可能等级", "Highest possible level";
    /// In place of a level that open answers can still change.
    level_open: "待定", "Open";
    score_at(level: &str): "{level}得分", "Score at {level}";
    /// Whether an assessment is the one of its firm that totals and means take.
    counted: "计入汇总", "Counted";
    set_aside_for(kept: &str):
        "与“{kept}”是同一份评估，以最后修改的那份为准。",
        "The same assessment as “{kept}”; the one changed last counts.";
}
