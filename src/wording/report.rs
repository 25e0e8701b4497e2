//! What the report says.

use time::{Date, OffsetDateTime};

use super::words;
use crate::assessment::Kind;
use crate::language::Language;
use crate::scoring::Standing;

// The document.
words! {
    question_book: "问题清单", "Question book";
    book_purpose: "现场评估前发给各部门：按岗位列出要问的问题、要准备的佐证和大约时间。", "To send before a visit: what will be asked of whom, the evidence to prepare, and roughly how long it takes.";
    print_book: "生成问题清单PDF", "Make the question book";
    book_file(stem: &str): "{stem}-问题清单", "{stem}-questions";
    book_minutes: "大约时间", "Rough time";
    minutes: "分钟", "Minutes";
    minutes_estimated(minutes: u32): "约{minutes}分钟（估算）", "about {minutes} minutes (estimate)";
    book_notice: "请各部门按清单备好佐证；时间是估算。", "Please have the evidence ready by department; times are estimates.";
    book_by_role: "按岗位列出的问题", "Questions by role";
    book_lead: "每条要求下面是完全满足的样子，右边是来访时要看的文件、画面和现场。", "Below each requirement stands what fully met looks like; beside it the documents, screens and sights that a visitor will want to see.";
    book_overview: "各岗位的问题数和时间", "Questions and time by role";
    book_anybody: "不限岗位", "Anybody";
    book_role(role: &str, count: usize, minutes: u32): "{role}：{count}条，约{minutes}分钟", "{role}: {count} questions, about {minutes} minutes";
    evidence_of_kind(kind: &str, texts: &str): "{kind}：{texts}", "{kind}: {texts}";
    requirements: "要求数", "Requirements";
    page_of(page: usize, pages: usize): "第 {page} 页 共 {pages} 页", "Page {page} of {pages}";
    report_title(questionnaire: &str): "{questionnaire}报告", "{questionnaire} report";
    report_subject(firm: &str, date: &str): "{firm}，{date}", "{firm}, {date}";
    report_unnamed_firm: "未填企业名称", "Unnamed firm";
    report_header(title: &str, firm: &str): "{title} | {firm}", "{title} | {firm}";
    report_date: "报告日期", "Date of the report";
    report_edition: "问卷版本", "Edition of the questionnaire";
    report_figure(number: usize, title: &str): "图{number} {title}", "Figure {number}. {title}";
    report_table(number: usize, title: &str): "表{number} {title}", "Table {number}. {title}";
    report_part(number: usize, title: &str): "{number} {title}", "{number} {title}";
    report_appendix(letter: char, title: &str): "附录{letter} {title}", "Appendix {letter}: {title}";
    report_font_unusable:
        "报告的字体文件已损坏，报告没有生成。请重新获取本工具后重试；评估数据不受影响。",
        "A font of the report is damaged, so no report was made. Get the program again and retry; the assessment is not affected.";
    report_unwritten:
        "报告没有写成，可能是内存不足。请关闭其他程序后重试；评估数据不受影响。",
        "The report could not be written, perhaps for lack of memory. Close other programs and try again; the assessment is not affected.";
    report_not_as_meant:
        "报告没有生成：读回核对时，附在里面的评估数据与本机的不一致。这是本工具的错误，请告诉维护者；本机的评估数据不受影响。",
        "The report was not made: read back, the assessment enclosed in it is not the one it was made of. This is a fault of ours, please tell us; the assessment on this device is not affected.";
}

// The conclusion.
words! {
    report_conclusion: "诊断结论", "Conclusion";
    report_lowest_unrated:
        "最低一级还没有评分，暂时不能判断工厂达到哪个等级。",
        "The lowest level has no rating yet, so the plant's level cannot be told.";
    /// In the parts after the conclusion, which says the above.
    report_nothing_yet:
        "还没有评分，评分后才有这一部分的内容。",
        "Nothing has been rated yet; this part follows from the ratings.";
    report_all_met(level: &str, total: &str):
        "工厂达到{level}，总分{total}，本次评估的等级全部达到。",
        "The plant meets {level}, the highest level that this questionnaire asks about, with a total of {total}.";
    report_reached(level: &str, total: &str, next: &str, missing: &str):
        "工厂达到{level}，总分{total}，距{next}的达标线还差{missing}分。",
        "The plant meets {level} with a total of {total} and is {missing} points short of the gate of {next}.";
    report_below(total: &str, next: &str, missing: &str):
        "工厂尚未达到{next}，总分{total}，距达标线还差{missing}分。",
        "The plant does not yet meet {next}. Its total is {total}, {missing} points short of the gate.";
    report_so_far(verdict: &str):
        "{verdict}这是按已评要求得出的结果。",
        "{verdict} This rests on the requirements rated so far.";
    /// While the level can still change.
    report_provisional(rated: usize, asked: usize, verdict: &str, worst: &str, best: &str):
        "只按{asked}条要求中已评的{rated}条暂算：{verdict}其余有了结论后，等级可能在{worst}至{best}之间。",
        "Provisional result, based on {rated} of {asked} requirements. {verdict} Once the others are settled, the level can be anything from {worst} to {best}.";
    report_highest_total(total: &str): "本问卷最高{total}分", "of {total} in this questionnaire";
    report_distance: "距达标线", "Short of the gate";
    report_distance_to(level: &str): "到{level}的分差", "points, to {level}";
    report_no_distance: "本次评估的等级均已达到", "every level asked about is met";
    report_answered(answered: usize, asked: usize): "{asked}条要求中{answered}条有结论", "{answered} of {asked} requirements settled";
    report_band(worst: &str, best: &str): "在{worst}与{best}之间", "could be {worst} to {best}";
    report_open_title(open: usize): "还有{open}条要求没有结论", "Requirements still open: {open}";
    report_open(counts: &str, worst: &str, worst_total: &str, best: &str, best_total: &str):
        "其中{counts}。如果全部不满足，结果是{worst}、总分{worst_total}；如果全部满足，结果是{best}、总分{best_total}。最终结果一定在这个区间内。",
        "Of these: {counts}. If none of them is met, the result is {worst} with a total of {worst_total}; if all are met, {best} with a total of {best_total}. The final result lies between the two.";
    report_open_unanswered(count: usize): "未答{count}条", "{count} unanswered";
    report_open_unknown(count: usize): "不清楚{count}条", "{count} not known";
    report_first_steps: "先做什么", "What to do first";
    report_first_margins: "先巩固什么", "What to secure first";
    report_no_steps:
        "已评的要求都是“满足”，没有需要补的差距。",
        "Every requirement that was rated is met: there is no gap to close.";
    report_step(level: &str, effort: &str, gain: &str):
        "（{level}，投入{effort}，最多可提高{gain}分）",
        " ({effort} effort, {level}, up to {gain} points)";
    /// Of a gap that does not raise the total now.
    report_step_aside(level: &str, effort: &str, gain: &str):
        "（投入{effort}，{level}得分最多可提高{gain}）",
        " ({effort} effort, the {level} score rises by up to {gain})";
    report_margin_only(level: &str):
        "本次评估的等级都已达到，做这些不再增加总分，但能让{level}更稳固。",
        "Every level asked about is met already: these measures add nothing to the total, but make {level} safer.";
    report_enough(count: usize, level: &str):
        "把后面差距表的前{count}条补到“满足”，{level}就达到达标线。",
        "{level} reaches its gate once the gap table further on is worked off down to number {count}.";
    /// Where the report's own table ends earlier.
    report_enough_in_full(count: usize, level: &str):
        "把完整版报告差距表的前{count}条补到“满足”，{level}就达到达标线。",
        "{level} reaches its gate once the gap table of the full report is worked off down to number {count}.";
    /// Before either, while requirements are open.
    report_by_what_is_rated: "按已评要求计算：", "Going by what has been rated: ";
    report_on_the_gate(level: &str):
        "{level}得分恰好等于达标线：这一级的任何一条要求评低一档，{level}就达不到。",
        "The score of {level} is exactly at its gate: one requirement of this level rated a step lower, and it is not met.";
    report_close_to_the_gate(level: &str, margin: &str):
        "{level}得分只比达标线高{margin}：有的要求只要评低一档，{level}就达不到。",
        "The score of {level} is only {margin} above its gate: a single requirement rated a step lower can be enough to lose {level}.";
}

// The firm and the scope.
words! {
    report_firm: "企业概况", "The firm";
    report_scope: "评估范围与完整性", "Scope and completeness";
    report_scope_of(variant: &str, sub_domains: usize, requirements: usize):
        "工厂按{variant}制造评估，涉及{sub_domains}个能力子域、{requirements}条要求。",
        "Type of manufacturing: {variant}. The assessment covers {sub_domains} sub-domains with {requirements} requirements.";
    report_not_in_variant(variant: &str, names: &str):
        "{variant}制造的模型不含：{names}。",
        "The model for this type of manufacturing ({variant}) does not include {names}.";
    report_nothing_tailored: "没有裁剪任何能力域。", "No domain has been tailored out.";
    report_tailored_table: "裁剪的能力域及理由", "Domains tailored out, and why";
    report_tailoring_not_in_force(names: &str):
        "下列裁剪没有写理由，或者不允许裁剪，因此没有生效：{names}。",
        "These were to be left out, but without a reason or where it is not allowed, so they still count: {names}.";
    report_completeness_table: "各等级的回答情况", "Answers by level";
    report_asked: "要求数", "Asked";
    report_sum: "合计", "Sum";
    report_open_in(list: &str): "没有结论的要求分布在：{list}。", "The open requirements are in {list}.";
    report_count_in(name: &str, count: usize): "{name}{count}条", "{name} ({count})";
    report_invalid_code(code: &str): "{code}（校验不通过，请核对）", "{code} (fails its check digit, please check)";
}

// The scores.
words! {
    report_scores: "得分", "Scores";
    report_level_bars: "各等级得分与达标线", "Score at each level, and the gate";
    report_sub_domains: "能力子域的强弱", "Strong and weak sub-domains";
    report_radar: "各能力子域的成熟度（总分）", "Maturity of the sub-domains (totals)";
    report_scores_table: "能力要素、能力域与能力子域得分", "Scores of elements, domains and sub-domains";
    report_dimension: "能力要素 / 域 / 子域", "Element / domain / sub-domain";
    report_level_score(level: &str): "{level}得分", "{level} score";
    report_bar(level: &str): "{level}达标线", "{level} and gate";
    report_not_in_model: "不含", "Not included";
    report_open_count: "无结论", "Open";
    report_plant: "全厂", "Plant";
    report_scores_note(gate: &str):
        "权重为同层之间的占比；得分向下取两位；竖线是达标线{gate}。“–”表示该等级没有要求或要求都不适用；“未评”表示有要求而没有评分。",
        "Weights are shares among siblings; scores are rounded down to two places; the upright line is the gate, {gate}. “–”: nothing is asked at this level or nothing applies. “Not rated”: asked, but without a rating.";
    report_weights_scaled: "有裁剪、不适用或未评时，其余权重按比例放大，见附录。", "Where something is left out or not rated, the other weights are scaled up, see the appendix.";
    report_best_and_worst(best: &str, worst: &str):
        "成熟度靠前的能力子域：{best}；靠后的：{worst}。",
        "The most mature sub-domains: {best}; the least mature: {worst}.";
    report_name_and_score(name: &str, score: &str): "{name}（{score}）", "{name} ({score})";
    report_count_and_score(count: usize, score: &str): "同为{score}的{count}个子域", "{count} at {score} each";
}

// The gaps.
words! {
    report_gaps_intro(level: &str):
        "到{level}为止低于“满足”的要求，按先后排列：先补第一个未达到的等级；同一等级内，可提高的分值与投入之比高的在前，有前置要求的排在前置要求之后；已达到的等级上的另列。“可提高”是把这一条补到“满足”时该等级得分的增加值。",
        "What is rated below “met” up to {level}, in order of work: the first level not met comes first; within a level, what gains most for its effort, though nothing before what it has to wait for there. What lies at levels that are met is listed apart. “Gain” is what the level's score rises by when that one requirement is met.";
    report_gaps_intro_margins(level: &str):
        "到{level}为止的等级都已达到，下面是低于“满足”的要求，补上不再加分，只留余量；余量与投入之比高的在前，有前置要求的排在前置要求之后。“可提高”是把这一条补到“满足”时该等级得分的增加值。",
        "Every level up to {level} is met. What is rated below “met” adds a margin and no points when it is closed: what adds most for its effort comes first, though nothing before what it has to wait for. “Gain” is what the level's score rises by when that one requirement is met.";
    report_gaps_table: "差距、措施与投入", "Gaps, measures and effort";
    report_no_gaps(level: &str):
        "到{level}为止，已评的要求都是“满足”，没有差距。",
        "Up to {level}, every requirement that was rated is met: there is no gap.";
    report_requirement_and_measure: "要求与措施", "Requirement and measure";
    report_measure_is(measure: &str): "措施：{measure}", "Measure: {measure}";
    report_place: "序", "No.";
    report_rating: "评分", "Rating";
    report_gain: "可提高", "Gain";
    report_margin: "可增余量", "Margin";
    report_standing_now(level: &str): "现在补：{level}是第一个未达到的等级", "Now: {level} is the first level not met";
    report_standing_later(level: &str): "随后补：{level}，更低的等级达到后才计入总分", "Next: {level}, which counts once the level below is met";
    report_standing_margin(level: &str): "留余量：{level}已经达到，补上不增加总分", "Margin: {level} is met already, closing these adds no points";
    report_effort_note(classes: &str): "投入：{classes}", "Effort: {classes}";
    report_effort_class(name: &str, meaning: &str): "{name}，{meaning}", "{name}: {meaning} ";
}

// The appendices.
words! {
    report_answers: "全部要求与回答", "All requirements and answers";
    report_answer: "回答", "Answer";
    report_requirement_and_note: "要求与备注", "Requirement and note";
    report_note_is(note: &str): "备注：{note}", "Note: {note}";
    report_reason_is(reason: &str): "理由：{reason}", "Reason: {reason}";
    report_no_reason: "不适用，缺理由（按未答计）", "Not applicable without a reason (counts as unanswered)";
    report_left_out(reason: &str): "已裁剪：{reason}", "Tailored out: {reason}";
    report_left_out_with(name: &str): "随{name}一起裁剪", "Tailored out with {name}";
    report_not_asked(variant: &str): "{variant}制造不含此项", "Not part of the model ({variant})";
    report_method: "计算规则与过程", "How the result was computed";
    report_method_intro:
        "下面用本厂自己的数字把计算过程写全。计算用精确分数，打印时得分向下取整、差额向上取整，所以用打印的数字复算，末位可能差一点。能力子域的算式里，“0.8×2”表示评为0.8分的要求有2条。",
        "The whole calculation with this plant's own numbers. It uses exact fractions; scores are printed rounded down and distances rounded up, so a check with the printed numbers may differ in the last digit. In a sub-domain's sum, “0.8×2” stands for two requirements rated 0.8.";
    report_method_unrated: "还没有评分，没有计算过程，规则如下。", "Nothing has been rated yet, so there is no calculation; the rules are these.";
    report_sums_table: "逐级加权", "Weighted sums";
    report_formula: "计算", "Calculation";
    report_result: "结果", "Result";
    report_total_is(sum: &str): "总分：{sum}", "Total: {sum}";
    report_total_met(level: &str): "1（{level}已达到）", "1 ({level} is met)";
    report_total_partial(score: &str, level: &str): "{score}（{level}得分）", "{score} (score at {level})";
    report_rules_table: "计算规则及依据", "Rules, and what they rest on";
    report_rule: "规则", "Rule";
    report_rule_text: "内容", "What it says";
    report_mark: "依据程度", "Standing";
    report_sources: "依据与可信程度", "Sources, and how far to trust them";
    report_sources_intro:
        "本工具把每条规则、权重和文字的来历分成四类，未核实的不当作官方规定。",
        "Every rule, weight and text is of one of four kinds. What is not verified is not passed off as official.";
    report_mark_read: "已在公开来源中查到并读过。", "Found and read by us in a source open to all.";
    report_mark_second_hand: "从他人的实现或报道中得知，未见原文。", "Known from somebody's implementation or a press account, not from the original.";
    report_mark_unverified: "凭资料整理，看起来合理，但未核实。", "Compiled from material at hand; plausible, but not verified.";
    report_mark_our_rule: "本工具自己的选择，已说明理由。", "This tool's own choice, explained.";
    report_sources_table: "来源", "Sources";
    report_source: "来源说明", "What it rests on";
    /// On the cover, before the first digits of the hash.
    assessment_hash: "数据校验值", "Content hash";
    /// Right after them.
    hash_continued: "……（SHA-256，全文见文末）", " … (SHA-256, in full at the end)";
    summary_hash(start: &str):
        "数据校验值（SHA-256前16位）：{start}。评估数据附在本PDF文件里，拖进工厂体检即可打开。",
        "Content hash (SHA-256, first 16 digits): {start}. The assessment is enclosed in this PDF: drop it into Factory Checkup to open it.";
    /// In the list of attachments of a reader's program.
    enclosed_assessment: "本报告的评估数据，可用工厂体检打开", "The assessment that this report was made from, to be opened in Factory Checkup";
    report_assessment_hash(hash: &str):
        "评估数据校验值（SHA-256）：{hash}。数据附在本PDF文件里：把PDF拖进工厂体检，就能打开评估、核对报告。",
        "Hash of the assessment (SHA-256): {hash}. The assessment is enclosed in this PDF: drop the file into Factory Checkup to open it, or to verify the report.";
    report_hash(hash: &str): "问卷内容校验值（SHA-256）：{hash}", "Hash of the questionnaire (SHA-256): {hash}";
}

impl Language {
    /// A calendar day in full: `2026年11月23日`, `23 November 2026`.
    pub fn date(self, moment: OffsetDateTime) -> String {
        self.day(moment.date())
    }

    /// As [`Language::date`].
    pub fn day(self, day: Date) -> String {
        match self {
            Language::Chinese => format!("{}年{}月{}日", day.year(), u8::from(day.month()), day.day()),
            Language::English => format!("{} {} {}", day.day(), day.month(), day.year()),
        }
    }

    /// What every page says at its foot.
    pub fn report_footer(self, kind: Kind) -> String {
        let kind = self.kind_name(kind);
        match self {
            Language::Chinese => format!("{kind}，不是认证或官方评定"),
            Language::English => format!("{kind}. No certification and no official grading"),
        }
    }

    /// What a group of gaps is about.
    pub fn report_standing(self, standing: Standing, level: &str) -> String {
        match standing {
            Standing::Now => self.report_standing_now(level),
            Standing::Later => self.report_standing_later(level),
            Standing::Margin => self.report_standing_margin(level),
        }
    }
}
