//! What the report tells in sentences made from data.

use super::words;
use crate::language::Language;
use crate::plan::Phase;

// Results in words.
words! {
    narrative_nothing_missing(level: &str): "{level}已评的要求全部满足，没有失分。", "Everything rated at {level} is met: no points are missing.";
    narrative_missing_spread(level: &str, score: &str, missing: &str, count: usize):
        "{level}现得{score}，离满分差{missing}，分散在{count}个子域。",
        "{level} scores {score}, {missing} short of full marks, which are spread over {count} sub-domains.";
    narrative_missing(level: &str, score: &str, missing: &str, count: usize, names: &str, percent: &str):
        "{level}现得{score}，离满分差{missing}。其中{percent}%差在{count}个子域：{names}。",
        "{level} scores {score}, {missing} short of full marks, of which {percent}% lies in {names}.";
    narrative_sentence(parts: &str): "{parts}。", "{parts}.";
    narrative_level_met(level: &str, score: &str): "{level}得{score}，达到", "{level} scores {score} and is met";
    narrative_level_short(level: &str, score: &str, missing: &str): "{level}得{score}，距达标线差{missing}", "{level} scores {score}, {missing} short of the gate";
    /// The score reaches the gate, a lower level does not.
    narrative_level_waits(level: &str, score: &str): "{level}得{score}，但前一级还没达到", "{level} scores {score}, but the level below is not met";
    narrative_level_open(level: &str): "{level}还没有评分", "{level} is not rated yet";
    narrative_level_inapplicable(level: &str): "{level}的要求都不适用", "{level} does not apply";
    narrative_unrated(open: usize): "还没有评分，{open}条要求没有结论。", "Not rated yet. Requirements still open: {open}.";
    narrative_count(count: usize, name: &str): "{count}条{name}", "{count} {name}";
    narrative_without_conclusion: "没有结论", "open";
    narrative_answers(level: &str, asked: usize, parts: &str): "{level}共{asked}条要求：{parts}。", "{level} requirements: {parts}.";
    narrative_answers_all_open(level: &str, asked: usize): "{level}的{asked}条要求都没有结论。", "{level} requirements: all {asked} open.";
    narrative_cost(level: &str, loss: &str): "全厂{level}得分因此少{loss}。", "This costs the plant {loss} of its {level} score.";
    narrative_other(level: &str, rating: &str, text: &str): "{text}（{level}，{rating}）", "{text} ({level}, {rating})";
    narrative_others(list: &str): "其他等级还有低于“满足”的：{list}。", "Also below met, at other levels: {list}.";
    narrative_others_counted(count: usize): "其他等级还有{count}条低于“满足”，见差距表。", "Also below met, at other levels: {count} (see the gap table).";
    narrative_to_be_met(met: &str): "要做到：{met}", " To be met: {met}";
    narrative_note(note: &str): "备注：{note}", " Note: {note}";
    narrative_open(list: &str): "还没有结论：{list}。", "No conclusion yet: {list}.";
}

// Parts of the report that are told from data.
words! {
    report_yardsticks: "与其他评价尺度对照", "Beside the other yardsticks";
    report_contents: "目录", "Contents";
    watermark_self: "自评", "Self-assessed";
    watermark_unsigned: "未签字", "Not signed";
    signature: "签字", "Signature";
    unsigned: "评估人尚未签字，各页印有“未签字”", "Not yet signed by the assessor; every page is marked so";
    signed_by(name: &str, date: &str): "{name}，{date}", "{name}, {date}";
    report_staircase: "成熟度等级", "Maturity level";
    report_where_missing(level: &str): "{level}失分分析", "Where {level} loses points";
    report_waterfall(level: &str): "{level}从满分到得分", "{level} from full marks to the score";
    report_weighted_bars(level: &str): "{level}各子域得分与权重", "{level} scores and weights of the sub-domains";
    report_heat_map: "各子域各等级得分", "Scores of the sub-domains by level";
    report_others: "与公布的分布对照", "Beside published distributions";
    report_comparison: "全国智能制造能力成熟度自评分布", "Self-assessed maturity of firms in China";
    report_comparison_note: "来源：公开发布的全国企业自评统计。各年样本不同，年份之间不能直接比较。", "From published statistics of self-assessments in China. Samples differ, so that years cannot be compared.";
    report_comparison_self: "本厂自评的尺度可能比这些企业宽，也可能比它们严。", "This plant may have rated itself by a stricter or a looser reading than they did.";
    report_comparison_on_site: "这些企业是自己评的，本厂由他人到现场评，尺度不同。", "Those firms rated themselves, this plant was assessed on site: the readings differ.";
    report_domains: "各能力域现状", "Domain by domain";
    report_domains_intro(level: &str): "每个子域先写各等级得分，再列{level}和它自己还没达到的更低等级上低于“满足”的要求、达标的样子和备注；其他等级上低于“满足”的只列条数，没有提到的都已满足或不适用。", "For each sub-domain: its scores, then what is rated below met at {level} and at any lower level that it does not meet itself, what met would look like, and what was noted. What is below met at other levels is only counted; what is not mentioned is met or does not apply.";
    report_first_gaps(shown: usize, all: usize): "共{all}条，这里列前{shown}条，其余见完整版报告。", "The first {shown} of {all}; the rest stands in the full report.";
    report_margins_table: "已达到的等级上低于“满足”的要求：补上只留余量，不加分", "Below met where the level is met: closing these adds a margin and no points";
    report_others_table: "没有排进项目的其余要求", "The others, which are not planned as projects";
    report_measures_on_cards(projects: &str): "{projects}的措施写在各自的项目卡上，表里不再重复。", "The measures of {projects} stand on the project cards and are not repeated in the table.";
    report_projects: "改造项目", "Projects";
    report_no_projects: "目标等级以内没有差距，暂时没有要立的项目。", "There is no gap up to the target level, and so no project.";
    report_projects_intro: "同一子域、同一等级的差距合成一个项目，按开工先后编号。投资回收要用本厂的停机、废品和工时数据另行测算，本报告不作估算。", "The gaps of one sub-domain at one level make one project, numbered in the order in which they begin. Payback needs this plant's own figures on stoppages, scrap and hours, and is not guessed here.";
    report_projects_estimates: "人天、费用和周期是问卷编写者的估算，没有询价；周期取上限，各步同时推进，除非一步要等另一步。", "People-days, costs and times are estimates of the questionnaire's authors; no quotation was asked for. Times are the upper ends, with steps side by side unless one waits for another.";
    report_projects_small(employees: u32): "措施按约150人的工厂写，本厂{employees}人：几个岗位的事往往由一个人做，会签、小组、台账可以从简，项目也一个一个地做（见路线图）。", "The measures are written for a plant of about 150 people; this one has {employees}. One person will do what several posts are named for, lists and meetings can be simpler, and one project runs at a time (see the road map).";
    report_first_projects(shown: usize, all: usize): "共{all}个项目，这里写前{shown}个，其余列在路线图中。", "The first {shown} of {all} projects; the others stand in the road map.";
    report_projects_note: "费用按每项措施所属的档次计数，不相加。", "Costs are counted by class of each measure, and not added up.";
    project_heading(number: usize, name: &str, level: &str): "P{number} {name}：补齐{level}", "P{number} {name}: complete {level}";
    project_number(number: usize): "P{number}", "P{number}";
    project_goal: "目标", "Goal";
    project_goal_is(name: &str, level: &str, now: &str, gain: &str): "{name}{level}得分从{now}提高到1.00，全厂{level}得分提高{gain}。", "Raise the {level} score of {name} from {now} to 1.00, and the plant's {level} score by {gain}.";
    project_why: "为什么做", "Why";
    project_steps: "内容与步骤", "Steps";
    project_takes: "投入", "What it takes";
    project_cost(class: &str, count: usize): "{class}{count}项", "{class} ({count})";
    project_costs(list: &str): "措施费用：{list}", "measures by cost: {list}";
    project_effort(name: &str, meaning: &str): "{name}，{meaning}", "{name}. {meaning}";
    project_begins: "时间与前提", "When";
    project_time(month: u32, weeks: &str): "第{month}个月开始，{weeks}。", "From month {month}, {weeks}.";
    project_time_later(weeks: &str): "三年以后开始，{weeks}。", "After three years, {weeks}.";
    project_weeks(weeks: u32): "{weeks}周（估算）", "{weeks} weeks (estimate)";
    project_weeks_by_rule(weeks: u32): "按{weeks}周排（本工具规则）", "{weeks} weeks (our rule)";
    project_after(names: &str): "先完成{names}。", "After {names}.";
    project_to_complete(texts: &str): "先补齐（已评，低于“满足”）：{texts}。", "To be completed first (rated below met): {texts}.";
    project_to_clear_up(texts: &str): "先弄清（还没有结论）：{texts}。", "To be cleared up first (not yet rated): {texts}.";
    project_kinds(list: &str): "涉及{list}", "kind of work: {list}";
    project_instruments: "可了解的政策", "Worth asking about";
    in_brackets(text: &str): "（{text}）", " ({text})";
    report_road_map: "三年路线图", "Road map over three years";
    report_road_map_intro(teams: usize): "同时推进不超过{teams}个项目，做完一个才开下一个；月份按周折算。", "Projects that run at a time: no more than {teams}; one begins when another is done. Months are reckoned from weeks.";
    report_road_map_one: "一次只推进一个项目，做完再开下一个；月份按周折算。", "One project runs at a time, and the next begins when it is done. Months are reckoned from weeks.";
    report_road_map_waiting: "表中“须先完成”的项目做完后才开工。", "A project also waits for those in its column “After”.";
    report_road_map_uncounted: "项目卡上“先补齐”“先弄清”的要求没有排时间。", "No time is counted for what the cards say is to be completed or cleared up first.";
    report_road_map_promise: "这是排序的结果，不是承诺，立项时按订单和人手调整。", "This is arithmetic and no promise: fit it to orders and people.";
    report_gate_by_month(level: &str, month: u32): "照此安排，按已评要求计算，约到第{month}个月{level}达到达标线。", "On this plan, and going by what has been rated, {level} reaches its gate by about month {month}.";
    report_road_map_margins: "本次评估的等级都已达到，这里只安排最先的几个项目，为已达到的等级留余量；要往上走，把目标等级调高后再评。", "Every level asked about is met. Only the first few projects are planned here, as a margin for what is met; to go further, raise the target level and assess again.";
    report_timeline: "项目安排", "Projects over time";
    project_column: "项目", "Project";
    report_dimension_short: "能力子域", "Sub-domain";
    project_months: "起止月份", "Months";
    project_days: "人天（估算）", "People-days (est.)";
    project_waits: "须先完成", "After";
    report_road_map_table: "分阶段项目清单", "Projects by phase";
    report_margins_unplanned(count: usize): "已达到的等级上还有{count}条低于“满足”，补上只留余量、不加分，没有排进路线图，见差距表。", "Also below met, at levels that are met: {count}. Closing them adds a margin and no points, so they are not planned here: see the gap table.";
    report_road_map_note: "“可提高”是全厂该等级得分的增加值。问卷没有给周期的，按投入小8周、中20周、大40周计（本工具规则）。", "“Gain” is what the plant's score at that level rises by. Where the questionnaire gives no time, small effort counts 8 weeks, medium 20 and large 40 (our rule).";
    report_policy: "政策与智能工厂梯度", "Policy and smart-factory tiers";
    report_instruments: "可了解的政策工具", "Public instruments worth asking about";
    report_instruments_intro: "下面的政策工具与项目内容相关，可以进一步了解；是否适用、是否在申报期、额度多少，以主管部门当年通知为准。", "These instruments have to do with what the projects do. Whether they apply, are open this year and what they pay is for the authority's current notice to say.";
    report_no_instruments: "没有与项目相关的政策工具。", "No public instrument has to do with the projects.";
    report_instruments_unlisted: "本版问卷没有列出政策工具，不作对照。", "This edition of the questionnaire lists no public instruments, so none were looked for.";
    report_instrument: "政策工具", "Instrument";
    report_instrument_for: "对应项目", "Projects";
    report_tiers_in_full: "逐条对照和依据见完整版报告。", "Condition by condition, with sources: see the full report.";
    report_materials: "正式评估材料清单", "Materials for a formal assessment";
    report_materials_intro(level: &str): "到{level}为止，正式评估时要拿得出的文件、系统画面和现场。备齐一项勾一项。", "What to have ready up to {level} when others come to assess: documents, screens, and things to see. Tick off each.";
    report_no_materials: "范围内没有要准备的材料。", "There is nothing to prepare in this scope.";
    report_material: "材料", "Material";
    summary_title(firm: &str): "{firm} 诊断摘要", "{firm}: diagnosis in brief";
    summary_foot(date: &str, kind: &str, notice: &str): "{date}，{kind}。{notice}", "{date}, {kind}. {notice}";
}

impl Language {
    /// Between the clauses of a sentence.
    pub fn clause_separator(self) -> &'static str {
        match self {
            Language::Chinese => "；",
            Language::English => "; ",
        }
    }

    /// Between two sentences.
    pub fn sentence_gap(self) -> &'static str {
        match self {
            Language::Chinese => "",
            Language::English => " ",
        }
    }

    pub fn phase(self, phase: Phase) -> &'static str {
        match (self, phase) {
            (Language::Chinese, Phase::First) => "第1–12个月",
            (Language::English, Phase::First) => "Months 1–12",
            (Language::Chinese, Phase::Second) => "第13–24个月",
            (Language::English, Phase::Second) => "Months 13–24",
            (Language::Chinese, Phase::Third) => "第25–36个月",
            (Language::English, Phase::Third) => "Months 25–36",
            (Language::Chinese, Phase::Later) => "三年以后",
            (Language::English, Phase::Later) => "After three years",
        }
    }
}
