//! What tables say beyond the field's common words.

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

// One plant's tables.
words! {
    sheet_summary: "概要", "Summary";
    sheet_scores: "得分", "Scores";
    sheet_actions: "行动清单", "Action list";
    sheet_answers: "回答", "Answers";
    sheet_facts: "企业数据", "Company data";
    sheet_checks: "一致性核对", "Consistency checks";
    explanation: "说明", "Explanation";
    item: "项目", "Item";
    value: "内容", "Value";
    unit: "单位", "Unit";
    group: "类别", "Group";
    fact: "数据项", "Figure";
    computed: "由以上数据算出", "Computed from the above";
    id: "编号", "Id";
    element: "能力要素", "Element";
    sub_domain: "能力子域", "Sub-domain";
    gate: "达标线", "Gate";
    lowest_total: "最低可能总分", "Lowest possible total";
    highest_total: "最高可能总分", "Highest possible total";
}

// The action list.
words! {
    when: "何时补", "When";
    close_now: "现在补", "Now";
    close_later: "随后补", "Next";
    close_for_margin: "留余量", "Margin";
    days_from: "人天估算，从", "People-days from (estimate)";
    days_to: "人天估算，到", "People-days to (estimate)";
    cost_estimated: "费用档次（估算）", "Class of cost (estimate)";
    weeks_from: "周期估算（周），从", "Weeks from (estimate)";
    weeks_to: "周期估算（周），到", "Weeks to (estimate)";
    prerequisites: "要先完成", "First come";
    numbered_in_list(place: usize, text: &str): "第{place}条：{text}", "No. {place}: {text}";
    responsible: "负责人", "Responsible";
    start: "开始", "Start";
    end: "完成", "End";
    state: "状态", "State";
    state_to_do: "未开始", "To do";
    state_doing: "进行中", "In progress";
    state_done: "已完成", "Done";
    state_dropped: "不做", "Dropped";
}
