//! What charts say.

use super::words;

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
    level_bars_alternative(gate: &str, levels: &str):
        "各等级得分（达标线{gate}）：{levels}。",
        "Scores by level (gate {gate}): {levels}.";
    radar_alternative(readings: &str): "成熟度雷达图：{readings}。", "Maturity radar: {readings}.";
    histogram_alternative(readings: &str): "各等级企业数：{readings}。", "Firms by level: {readings}.";
    mean_bars_alternative(readings: &str): "平均成熟度：{readings}。", "Mean maturity: {readings}.";
}
