//! What the result, the report and the portfolio screens say.

use super::words;
use crate::language::Language;
use crate::questionnaire::{Level, Questionnaire, Work, WorkKind};
use crate::scoring::Standing;

// The result: the level and what it rests on.
words! {
    result_of(firm: &str): "{firm}的诊断结果", "Result of {firm}";
    your_level: "当前等级", "Level";
    provisional: "暂定", "Provisional";
    below_first_level_meaning:
        "L1要求的基础条件和规范流程尚未全部具备，可从下面排在前面的措施做起。",
        "The preconditions and defined processes that L1 asks for are not all in place yet; the first measures below are where to start.";
    open_may_change_level(open: usize, worst: &str, best: &str):
        "还有{open}条要求没有结论。它们若全部不满足，结果为{worst}；若全部满足，结果为{best}。",
        "{open} requirements are still open. If none of them is met, the result is {worst}; if all are, {best}.";
    open_keep_level(open: usize, worst: &str, best: &str):
        "还有{open}条要求没有结论，等级不会因此变动；总分将在{worst}到{best}之间。",
        "{open} requirements are still open. They cannot change the level; the total will lie between {worst} and {best}.";
    lowest_level_unrated:
        "最低一级还没有评分，暂时不知道在哪一级。",
        "The lowest level has no rating yet, so the level is not known.";
    level_and_total(level: &str, total: &str): "{level}，总分{total}", "{level} with a total of {total}";
    see_open: "看是哪些", "See which";
    out_of(most: usize): "满分 {most}", "of {most}";
    next_level(level: Level): "距{level}还差", "Short of {level} by";
    next_level_from(level: Level, score: &str, gate: &str):
        "{level}得分{score}，达标线{gate}",
        "{level} scores {score}, the gate is {gate}";
    all_levels_met: "所问等级全部达到", "Every level asked about is met";
    nothing_missing: "无差距", "Nothing missing";
    answered_of(answered: usize, asked: usize): "{asked}条中已有结论{answered}条", "{answered} of {asked} requirements concluded";
    make_report: "生成报告", "Make the report";
    save_result_file: "导出文件", "Save as a file";
}

// The result: charts and the table.
words! {
    scores_by_level: "各等级得分", "Scores by level";
    maturity_radar: "成熟度分布", "Where the plant stands";
    radar_caption:
        "每条轴从0到所问的最高等级：每达到一级计1，首个未达到的等级计其得分。",
        "Each axis runs from 0 to the highest level asked about: 1 for each level met, plus the score of the first one not met.";
    axes: "坐标轴", "Axes";
    by_sub_domain: "按能力子域", "By sub-domain";
    by_domain: "按能力域", "By domain";
    numbers_in_detail: "图中的数字，下面的“得分明细”里都有。", "The numbers stand in the table “Scores in detail” below.";
    lost_points(level: &str): "{level}失分", "Missing at {level}";
    scores_table: "得分明细", "Scores in detail";
    dimension: "能力要素 / 域 / 子域", "Element / domain / sub-domain";
    show_parts(name: &str): "展开或收起{name}的下级", "Show or hide the parts of {name}";
    show_all_parts: "全部展开", "Show all";
    hide_all_parts: "全部收起", "Hide all";
    not_in_variant: "此制造类型不含", "Not part of this type";
    nothing_asked_here: "此等级没有适用的要求", "Nothing applies at this level";
    scroll_sideways: "可左右滑动查看", "Scroll sideways to see all of it";
}

// The result: how it was computed.
words! {
    how_computed: "如何算出", "How it was computed";
    how_computed_of(name: &str): "{name}的得分如何算出", "How the scores of {name} were computed";
    working_precision:
        "计算用精确值，此处显示到四位小数，向下取舍。",
        "Exact values are used throughout; four places are shown here, rounded down.";
    level_counts_one(level: Level): "1（{level}已达到）", "1 ({level} met)";
    level_counts_score(score: &str, level: Level): "{score}（{level}的得分）", "{score} (the score at {level})";
    gate_reached(level: Level, score: &str, gate: &str):
        "{level}：{score} ≥ {gate}，达到",
        "{level}: {score} ≥ {gate}, met";
    gate_missed(level: Level, score: &str, gate: &str):
        "{level}：{score} < {gate}，未达到",
        "{level}: {score} < {gate}, not met";
    gate_reached_in_vain(level: Level, score: &str, gate: &str):
        "{level}：{score} ≥ {gate}，但更低的等级未达到，不计",
        "{level}: {score} ≥ {gate}, but a lower level is not met, so it does not count";
    gate_without_score(level: Level): "{level}：尚无评分", "{level}: nothing rated yet";
    left_out_of_mean(open: usize, not_applicable: usize):
        "未计入：没有结论{open}条，不适用{not_applicable}条",
        "not counted: {open} open, {not_applicable} not applicable";
    completeness_working(concluded: usize, asked: usize, percent: &str):
        "已评或不适用 {concluded} ÷ 应答 {asked} = {percent}%",
        "rated or not applicable {concluded} ÷ asked {asked} = {percent}%";
    weights_scaled(name: &str, declared: u32, used: &str):
        "{name}的权重由{declared}%放大到{used}，因为同层有不参与计算的部分",
        "the weight of {name} is scaled up from {declared}% to {used}, because a sibling takes no part";
    weights_rest_on: "权重依据", "The weights rest on";
    rules_and_sources: "计算规则与依据", "Rules, and what they rest on";
}

// The result: what to do.
words! {
    gaps_title: "差距与改造措施", "Gaps and measures";
    gaps_order:
        "按每份投入能提高的分值排列，先做排在前面的。",
        "Ordered by points gained for the effort: start at the top.";
    no_gaps_known: "还没有评任何要求，差距要评过才知道。", "Nothing has been rated yet, so no gap is known.";
    no_gaps: "已评的要求全部满足，没有差距。", "Everything rated is met in full: there are no gaps.";
    gap_now_title(level: Level): "先补{level}", "First, close {level}";
    gap_now_meaning(level: Level):
        "{level}是第一个未达到的等级，每补一条都直接提高总分。",
        "{level} is the first level not met: every gap closed here raises the total at once.";
    gap_later_title: "之后再补", "Then, the levels above";
    gap_later_meaning:
        "属于更高的等级，要等前面的等级达到后才计分。",
        "These belong to higher levels and count once the levels below are met.";
    gap_margin_title: "巩固已达到的等级", "A margin where the level is met";
    gap_margin_meaning:
        "所在等级已经达到，补上不再加分，但能让等级更稳。",
        "Their level is met already: closing them adds no points, but makes the level safer.";
    gain(points: &str): "可提高 {points}", "gains {points}";
    gain_of_margin(points: &str): "该级得分 +{points}", "level score +{points}";
    rated_now(rating: &str): "现为{rating}", "now: {rating}";
    effort_is(effort: &str): "投入{effort}", "{effort} effort";
    what_to_do: "措施", "Measure";
    target_reached(level: &str): "目标{level}已达到。", "The target {level} is reached.";
    raise_target(level: &str): "以{level}为目标继续", "Go on to {level}";
    first_comes: "要等这些先完成：", "First come:";
    days_of(from: u32, to: u32): "{from}–{to}人天", "{from}–{to} people-days";
    weeks_of(from: u32, to: u32): "{from}–{to}周", "{from}–{to} weeks";
    can_help_to_pay(names: &str): "可了解：{names}", "worth asking about: {names}";
    estimated(parts: &str): "估算：{parts}", "Estimate: {parts}";
    work_kind_management: "管理", "management";
    work_kind_software: "软件", "software";
    work_kind_equipment: "设备", "equipment";
    work_kind_network: "网络", "network";
    work_kind_people: "人员", "people";
    whom_to_ask: "问谁", "Whom to ask";
    why_and_pitfall: "为什么问 · 常见误区", "Why it is asked · usual mistakes";
    why_it_is_asked: "为什么问", "Why it is asked";
    usual_mistake: "常见误区", "The usual mistake";
    terms_here: "术语", "Terms";
    fully_met_means: "完全满足的样子", "What fully met looks like";
    to_the_question: "看这条要求", "Go to the question";
    show_all_gaps(count: usize): "显示全部{count}条", "Show all {count}";
    show_fewer: "只看前几条", "Show fewer";
}

// The result: what is open, and what is left out.
words! {
    open_title: "还没有结论的要求", "What is still open";
    open_meaning:
        "未答和“不清楚”既不算满足也不算不满足，弄清后结果才能确定。",
        "Unanswered and “not known” count neither for nor against; the result is settled once they are.";
    nothing_open: "每条要求都有结论。", "Every requirement is concluded.";
    unanswered_count(count: usize): "未答（{count}）", "Unanswered ({count})";
    unknown_count(count: usize): "不清楚（{count}）", "Not known ({count})";
    lacks_reason: "选了不适用但没写理由，暂按未答处理", "marked not applicable without a reason, so it counts as unanswered";
    left_out_title: "未计入的部分", "What was left out";
    not_applicable_count(count: usize): "不适用（{count}）", "Not applicable ({count})";
    tailored_count(count: usize): "已裁剪（{count}）", "Tailored out ({count})";
}

// The report screen.
words! {
    report_lead:
        "把诊断结果整理成一份A4的PDF报告。报告在本机生成，内容不会上传。",
        "The diagnosis as an A4 PDF. It is made on this device, and nothing is uploaded.";
    report_still_open(open: usize):
        "还有{open}条要求没有结论，报告会写明结果区间。",
        "{open} requirements are still open; the report states the band of the result.";
    report_language: "报告语言", "Language of the report";
    report_dated(date: &str): "报告日期：{date}", "Date of the report: {date}";
    print_report: "生成PDF报告", "Make the PDF";
    print_again: "重新生成", "Make it again";
    printing_module: "正在读取报告模块", "Fetching the report module";
    printing_fonts: "正在读取中文字体（首次不到5 MB，之后留在本机）", "Fetching the Chinese fonts (under 5 MB the first time, then kept on this device)";
    printing_further_fonts: "文中有不常用的字，正在读取补充字体", "Fetching a further font for less common characters in the text";
    printing_pages: "正在排版并写成PDF", "Laying out the pages and writing the PDF";
    cancel_printing: "取消", "Cancel";
    report_ready: "报告已生成", "The report is ready";
    report_size(pages: usize, kilobytes: usize): "{pages}页，{kilobytes} KB", "Pages: {pages}, {kilobytes} KB";
    save_report: "保存PDF", "Save the PDF";
    report_lacks(characters: &str):
        "字体里没有这些字符，报告中以“〓”代替：{characters}",
        "The fonts lack these characters; the report shows “〓” in their place: {characters}";
    report_failed: "报告没有生成", "The report could not be made";
    failed_module:
        "生成文件的模块没有取到。第一次使用需要联网，请检查网络后再试；如仍不行，请换用较新版本的浏览器。",
        "The module that makes files could not be fetched. The first time needs a connection: check it and try again, or try a newer browser.";
    failed_questionnaires:
        "题库没有取到，没有它就生成不了。请检查网络后再试；如仍不行，请刷新页面。",
        "The questions could not be fetched, and nothing can be made without them. Check the connection and try again, or reload the page.";
    failed_fonts:
        "报告用的字体没有取到。第一次生成报告需要联网，请检查网络后再试。",
        "The report's fonts could not be fetched. The first report needs a connection: check it and try again.";
    failed_unusable_font:
        "取到的字体文件不完整。请刷新页面后再试。",
        "The font that came is not usable. Reload the page and try again.";
    failed_misunderstood:
        "生成文件的模块与页面的版本不一致。请刷新页面后再试。",
        "The module that makes files and the page are of different versions. Reload the page and try again.";
    failed_unwritten:
        "PDF没有写成，多半是内存不足。请关闭其他网页后再试。",
        "The PDF could not be written, most likely for lack of memory. Close other pages and try again.";
    failed_crashed:
        "生成中途停止了，多半是内存不足。诊断内容不受影响，请关闭其他网页后再试。",
        "It stopped half way, most likely for lack of memory. The diagnosis is safe: close other pages and try again.";
}

// The report as a page.
words! {
    reading_title: "网页版报告", "The report as a page";
    reading_lead: "和PDF同样的内容、同样的次序，在屏幕上读，也可以用浏览器打印。", "What the PDF says, in the same order, to read on the screen and to print from the browser.";
    read_on_screen: "在屏幕上看报告", "Read on screen";
    reading_being_made: "正在生成报告…", "Making the report…";
    back_to_report: "返回", "Back";
    print_page: "打印", "Print";
    print_hint: "打印时只印报告，A4纸，白底黑字。", "Only the report is printed: A4, black on white.";
}

// The report screen: tables.
words! {
    tables_title: "表格", "Tables";
    tables_lead:
        "把结果导出成表格，接着排序、筛选、分工。工作簿含概要、得分、行动清单、回答等；行动清单留有负责人、起止日期和状态供填写。语言与报告相同。",
        "The results as tables, to sort, filter and share out. The workbook has the summary, scores, action list, answers and more; the action list has columns to fill in for who does it, dates and state. The language is the report's.";
    save_workbook: "保存全部表格（XLSX）", "Save all tables (XLSX)";
    save_actions_workbook: "保存行动清单（XLSX）", "Save the action list (XLSX)";
    save_actions_csv: "保存行动清单（CSV）", "Save the action list (CSV)";
    tables_file(stem: &str): "{stem}-表格", "{stem}-tables";
    actions_file(stem: &str): "{stem}-行动清单", "{stem}-actions";
    tables_being_made: "正在生成表格…", "Making the tables…";
    tables_saved(name: &str): "已生成“{name}”，读回核对无误。", "“{name}” was made, read back and found right.";
    tables_failed: "表格没有生成", "No table was made";
}

// The portfolio screen.
words! {
    portfolio_lead:
        "读取各厂导出的诊断文件，逐份重新计算后汇总。只在本页内处理，不上传，也不保存；离开本页即清空。",
        "Reads the files that plants exported, computes each anew and sums them up. It all happens in this page: nothing is uploaded or kept, and leaving the page clears it.";
    drop_many_files_here: "把导出文件拖到这里，几百个也可以", "Drop exported files here, hundreds if you like";
    choose_files: "选择文件", "Choose files";
    choose_folder: "选择文件夹", "Choose a folder";
    reading_files(read: usize, all: usize): "正在读取：{read} / {all}", "Reading: {read} of {all}";
    start_again: "清空", "Clear";
    save_table: "保存汇总表（CSV）", "Save the table (CSV)";
    save_rejected: "保存未计入清单（CSV）", "Save the list of files left out (CSV)";
    table_file: "工厂体检-汇总", "factory-checkup-plants";
    rejected_file: "工厂体检-未计入", "factory-checkup-left-out";
    firms_counted: "计入企业", "Firms counted";
    firms_complete: "全部答完", "Complete";
    files_read: "读取文件", "Files read";
    files_left_out: "未计入文件", "Files left out";
    /// Asked and concluded are over all firms counted.
    portfolio_completeness: "总完成度", "Completeness of all";
    levels_of_firms: "等级分布", "Firms by level";
    levels_of_firms_caption:
        "尚有未答的企业按最低可能等级归入，另用虚线标出。",
        "Firms with open answers stand at their lowest possible level, set off by a dashed outline.";
    means_of_firms: "各能力子域平均", "Mean of each sub-domain";
    means_of_firms_caption:
        "每家企业计一次，只平均有评分的企业，企业数列在右侧。",
        "Each firm counts once; the mean is over the firms with a rating, whose number stands on the right.";
    plants_table: "企业一览", "Plants";
    sort_by(column: &str): "按{column}排序", "Sort by {column}";
    not_counted_again:
        "同一企业另有更新的评估，此份不计入汇总",
        "the firm has a later assessment, so this one is not counted";
    rejected_title(count: usize): "未计入的文件（{count}）", "Files left out ({count})";
    no_plant_yet: "没有可以汇总的诊断。", "There is no diagnosis to sum up.";
    file_not_handed_over:
        "浏览器没能读取它，可能已被移动、没有权限，或是一个文件夹",
        "the browser could not read it: moved, not permitted, or a folder";
}

// Figures in words.
words! {
    percent(number: &str): "{number}%", "{number}%";
}

impl Language {
    /// What a measure takes, as far as the questionnaire estimates it; always told as an estimate.
    pub fn work_of(self, work: &Work, questionnaire: &Questionnaire) -> String {
        let kinds: Vec<&str> = work.kinds.iter().map(|kind| self.work_kind(*kind)).collect();
        let instruments: Vec<&str> = work
            .instruments
            .iter()
            .filter_map(|id| questionnaire.instrument(id))
            .map(|instrument| instrument.name.get(self))
            .collect();
        let comma = self.list_separator();
        let parts = [
            work.days.map(|(from, to)| self.days_of(from, to)),
            work.cost.as_ref().and_then(|id| questionnaire.cost(id)).map(|cost| cost.name.get(self).to_owned()),
            work.weeks.map(|(from, to)| self.weeks_of(from, to)),
            (!kinds.is_empty()).then(|| kinds.join(comma)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let mut sentences = Vec::new();
        sentences.extend((!parts.is_empty()).then(|| self.estimated(&parts.join(" · "))));
        sentences.extend((!instruments.is_empty()).then(|| self.can_help_to_pay(&instruments.join(comma))));
        sentences.join(" · ")
    }

    pub fn work_kind(self, kind: WorkKind) -> &'static str {
        match kind {
            WorkKind::Management => self.work_kind_management(),
            WorkKind::Software => self.work_kind_software(),
            WorkKind::Equipment => self.work_kind_equipment(),
            WorkKind::Network => self.work_kind_network(),
            WorkKind::People => self.work_kind_people(),
        }
    }

    /// What a level means for the plant that reached it.
    pub fn level_meaning(self, reached: Option<Level>, questionnaire: &Questionnaire) -> &str {
        match reached {
            Some(level) => questionnaire.level(level).map_or("", |meaning| meaning.meaning.get(self)),
            None => self.below_first_level_meaning(),
        }
    }

    /// The heading of a group of gaps of one standing; `level` is the level of its first gap.
    pub fn standing_title(self, standing: Standing, level: Level) -> String {
        match standing {
            Standing::Now => self.gap_now_title(level),
            Standing::Later => self.gap_later_title().to_owned(),
            Standing::Margin => self.gap_margin_title().to_owned(),
        }
    }

    /// What it means for a gap to stand there.
    pub fn standing_meaning(self, standing: Standing, level: Level) -> String {
        match standing {
            Standing::Now => self.gap_now_meaning(level),
            Standing::Later => self.gap_later_meaning().to_owned(),
            Standing::Margin => self.gap_margin_meaning().to_owned(),
        }
    }
}
