//! What charts say.

use super::words;
use crate::distribution::Band;
use crate::language::Language;
use crate::questionnaire::Level;

words! {
    chart_gate(gate: &str): "达标线 {gate}", "Gate {gate}";
    chart_met: "达到", "met";
    chart_short_by(missing: &str): "差 {missing}", "{missing} short";
    /// The score reaches the gate, but the level below does not.
    chart_lower_level_missing: "下级未达到", "lower level unmet";
    chart_not_rated: "未评", "not rated";
    chart_range(worst: &str, best: &str): "区间 {worst}–{best}", "band {worst}–{best}";
    chart_certain: "已确定", "Certain";
    chart_open: "待定部分", "Still open";
    chart_so_far: "按已评要求的得分", "Score of what is rated";
    chart_point_certain: "已全部作答", "Everything answered";
    chart_point_open: "尚有未答或不清楚，会变动", "Something is open and may move it";
    chart_level_certain: "等级已确定", "Level is certain";
    chart_level_open: "尚有未答，等级可能更高", "Open answers may raise the level";
    chart_firms(count: usize): "{count} 家", "n = {count}";
    chart_not_asked: "未纳入", "not asked";
    chart_score_met(score: &str): "{score} 达到", "{score} met";
    /// Of a level whose lower level is not met yet.
    chart_score_waits(score: &str): "{score} 待前级", "{score} waits";
    chart_here: "本厂在此", "The plant";
    chart_target: "目标", "Target";
    chart_here_and_target: "本厂在此，已达目标", "The plant, at target";
    chart_weighs(percent: &str): "占{percent}%", "weighs {percent}%";
    chart_thickness: "条的粗细是子域在全厂所占的权重；空框是到达标线的差距。", "A bar is as thick as its sub-domain weighs; the open box is the way to the gate.";
    chart_left_out: "裁剪", "left out";
    chart_framed: "颜色越深分越高；粗框：达到达标线；?：未评；×：已裁剪或模型不含；–：未纳入或不适用。", "Darker for more; heavy frame: reaches the gate; ?: not rated; ×: left out or not in the model; –: not asked or not applicable.";
    chart_others(count: usize): "其余{count}个子域", "{count} others";
    chart_full_marks: "满分", "Full marks";
    distribution_title(year: u16, sample: &str): "全国{year}年（{sample}）", "China, {year} ({sample})";
    chart_shares: "从左到右：L1及以下、L2、L3、L4及以上。", "From left to right: up to L1, L2, L3, L4 and above.";
    chart_own_share(name: &str): "粗框：本厂所在的一档（{name}）。", "Heavy frame: the share that this plant belongs to ({name}).";
    chart_own_share_open: "本厂的等级还没有定，没有标出。", "This plant's level is still open, so no share is framed.";
    chart_left_out_scaled: "未评或不适用的子域没有画，其余权重按比例放大。", "What is not rated or does not apply has no bar; the other weights are scaled up.";
    chart_inapplicable(level: Level): "{level}不适用", "no {level}";
    chart_month(month: u32): "{month}月", "M{month}";
    chart_dark_and_light: "深色：第一个未达到的等级，做完就加分；浅色：更高等级，先达到前一级才计分。", "Dark: the first level not met, which counts at once; light: higher levels, which count once those below are met.";
    chart_beyond(months: u32): "箭头：延续到第{months}个月以后。", "Arrow: goes on beyond month {months}.";
    chart_begin_later(count: usize): "另有{count}个项目开工更晚，图中没有画。", "Projects that begin later and have no bar: {count}.";
    timeline_alternative(readings: &str): "三年路线（起止月份）：{readings}。", "Three years (first and last month): {readings}.";
    staircase_alternative(readings: &str): "成熟度台阶：{readings}。", "Maturity as steps: {readings}.";
    weighted_bars_alternative(level: &str, readings: &str): "{level}各子域得分与权重：{readings}。", "Scores and weights of the sub-domains at {level}: {readings}.";
    heat_map_alternative(readings: &str): "各子域各等级得分：{readings}。", "Scores of the sub-domains by level: {readings}.";
    waterfall_alternative(level: &str, readings: &str): "{level}差在哪里：{readings}。", "Where the points of {level} are missing: {readings}.";
    comparison_alternative(readings: &str, own: &str): "与公布的分布对照：{readings}。{own}。", "Beside published distributions: {readings}. {own}.";
    level_bars_alternative(gate: &str, levels: &str):
        "各等级得分（达标线{gate}）：{levels}。",
        "Scores by level (gate {gate}): {levels}.";
    radar_alternative(readings: &str): "成熟度雷达图：{readings}。", "Maturity radar: {readings}.";
    histogram_alternative(readings: &str): "各等级企业数：{readings}。", "Firms by level: {readings}.";
    mean_bars_alternative(readings: &str): "平均成熟度：{readings}。", "Mean maturity: {readings}.";
}

impl Language {
    /// The levels that a distribution counts together.
    pub fn band_name(self, band: Band) -> &'static str {
        match (self, band) {
            (Language::Chinese, Band::UpToFirst) => "L1及以下",
            (Language::English, Band::UpToFirst) => "up to L1",
            (_, Band::Second) => "L2",
            (_, Band::Third) => "L3",
            (Language::Chinese, Band::FromFourth) => "L4及以上",
            (Language::English, Band::FromFourth) => "L4 and above",
        }
    }
}
