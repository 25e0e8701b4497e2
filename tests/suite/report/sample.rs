//! A document that shows every kind of block, with an invented plant's figures, in either language.

use factory_checkup::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use factory_checkup::language::Language;
use factory_checkup::order::{Accent, Brand, Logo};
use factory_checkup::report::block::{
    About, Align, Block, Cell, Column, Cover, Document, Number, Row, RowKind, Style, Table, Text,
};
use time::macros::datetime;

pub fn document(language: Language) -> Document {
    let say = |chinese: &str, english: &str| match language {
        Language::Chinese => chinese.to_owned(),
        Language::English => english.to_owned(),
    };
    let name = say("上海松江示例精密机械有限公司", "Example Precision Machinery (Songjiang, Shanghai)");
    let notice = say(
        "本报告是企业自评结果，不是认证，也不能代替现场评估。",
        "This report is a self-assessment. It is not a certification and does not replace an on-site assessment.",
    );
    let blocks = vec![
        Block::Cover(Cover {
            maker: say("工厂体检", "Factory Checkup"),
            title: say("数字化诊断报告", "Digital diagnosis report"),
            name: name.clone(),
            facts: vec![
                (say("评估日期", "Date"), say("2026年11月23日", "23 November 2026").into()),
                (say("评估人", "Assessor"), say("王工、L. Smith", "Wang, L. Smith").into()),
                (say("评估方式", "Kind"), say("企业自评", "Self-assessment").into()),
            ],
            notice: notice.as_str().into(),
        }),
        Block::Contents { title: say("目录", "Contents") },
        Block::PageBreak,
        heading(1, say("诊断结论", "Conclusion")),
        Block::Paragraph {
            text: Text::plain(say(
                "贵厂达到L1（规划级），距离L2（规范级）的门槛还差0.01分。",
                "The plant meets L1 (planned) and is 0.01 points short of L2 (standardised).",
            )),
            style: Style::Lead,
        },
        Block::Numbers(vec![
            number(say("成熟度等级", "Maturity level"), "L1", say("规划级", "planned"), Ink::Level(1)),
            number(say("总分", "Total score"), "1.79", say("满分5分", "of 5"), Ink::Accent),
            number(say("距下一级", "To the next level"), "0.01", say("分", "points"), Ink::Gate),
            number(say("完成度", "Completeness"), "100 %", say("96项要求全部作答", "all 96 requirements"), Ink::Muted),
        ]),
        heading(2, say("先做三件事", "Three things to do first")),
        Block::List {
            numbered: true,
            items: (0..3)
                .map(|_| {
                    Text::bold(say("给主要设备定点检项目。", "Define inspection rounds. ")).and(say(
                        "列出主要设备清单，为每台设备定点检项目、周期和负责人，先用纸质或Excel表格执行3个月，再考虑上系统。",
                        "List the main equipment, fix items, interval and person in charge for each, and run it on paper for three months.",
                    ))
                })
                .collect(),
        },
        Block::Callout {
            ink: Ink::Gate,
            title: say("仍有未作答项", "Open questions"),
            paragraphs: vec![
                say(
                    "若未作答项全部为“不满足”，等级为L1；若全部为“满足”，等级为L2。",
                    "If every open requirement turns out unmet the level is L1; if every one is met it is L2.",
                )
                .into(),
            ],
        },
        Block::Paragraph {
            text: Text::plain(say(
                "本节说明计算方法：每项要求按满足1、大部分满足0.8、部分满足0.5、不满足0计分，子域得分为该级要求的平均值，再按权重逐级汇总；达到0.80即满足该级。评分采用精确分数计算，不经四舍五入，因此打印的“0.80”一定满足门槛。参见https://example.org/a/very/long/address/that/has/no/spaces/in/it/and/goes/on/and/on/until/the/line/must/break。",
                "Each requirement counts 1, 0.8, 0.5 or 0; a sub-domain's score is the mean of its requirements at that level, summed by weight. A level is met at 0.80. See https://example.org/a/very/long/address/that/has/no/spaces/in/it/and/goes/on/and/on/until/the/line/must/break.",
            )),
            style: Style::Body,
        },
        heading(1, say("企业概况", "Profile")),
        Block::Facts(vec![
            (say("企业名称", "Firm"), name.as_str().into()),
            (say("统一社会信用代码", "Credit code"), "91310117MA1J00000X".into()),
            (say("行业", "Industry"), say("通用设备制造业（GB/T 4754 C34）", "General machinery (GB/T 4754 C34)").into()),
        ]),
        heading(1, say("得分", "Scores")),
        heading(2, say("各级得分", "Score per level")),
        Block::Figure { drawing: bars(), caption: say("图1 各级得分与门槛", "Figure 1. Score per level and the gate") },
        heading(2, say("能力子域", "Sub-domains")),
        Block::Table(scores(&say)),
        Block::Paragraph {
            text: Text::plain(say(
                "注：裁剪的子域不计分，其权重按比例分给同级其余子域。",
                "Note: a tailored sub-domain is not scored; its weight goes to its siblings in proportion.",
            )),
            style: Style::Small,
        },
        Block::PageBreak,
        heading(1, say("附录", "Appendix")),
        heading(3, say("设备管理", "Maintenance")),
        Block::List {
            numbered: false,
            items: vec![say("点检表", "Inspection sheets").into(), say("年度保养计划", "Annual maintenance plan").into()],
        },
    ];
    Document { about: about(language, say("数字化诊断报告", "Digital diagnosis report"), name, notice), blocks }
}

/// A document of one paragraph.
pub fn paragraph(text: &str) -> Document {
    let about = about(Language::Chinese, "标题".into(), "名称".into(), String::new());
    Document { about, blocks: vec![Block::Paragraph { text: text.into(), style: Style::Lead }] }
}

pub fn table_with_a_cell_of(text: String) -> Document {
    let columns = vec![Column::new("要求", 1.0, Align::Start), Column::new("记录", 2.0, Align::Start)];
    let rows = vec![Row::plain(vec![Cell::text("一"), Cell::text(text)])];
    let about = about(Language::Chinese, "标题".into(), "名称".into(), String::new());
    Document { about, blocks: vec![Block::Table(Table { caption: String::new(), columns, rows, whole: false })] }
}

pub fn about(language: Language, title: String, author: String, notice: String) -> About {
    About {
        subject: title.clone(),
        header: format!("{title} · {author}"),
        title,
        author,
        language,
        made: datetime!(2026-11-23 14:41:00 +8),
        footer: notice,
        brand: Brand {
            accent: Some(Accent::parse("#7a2e0b").expect("dark enough")),
            logo: Some(Logo {
                width: 3,
                height: 1,
                pixels: [[120, 40, 10], [255, 255, 255], [120, 40, 10]].concat().into(),
            }),
        },
        enclosed: None,
        watermark: Some(match language {
            Language::Chinese => "自评".to_owned(),
            Language::English => "Self-assessed".to_owned(),
        }),
    }
}

fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}

fn number(label: String, value: &str, note: String, ink: Ink) -> Number {
    Number { label, value: value.into(), note, ink }
}

fn scores(say: &impl Fn(&str, &str) -> String) -> Table {
    let columns = vec![
        Column::new(say("能力要素、能力域、能力子域", "Element, domain, sub-domain"), 4.0, Align::Start),
        Column::new(say("权重", "Weight"), 1.2, Align::End),
        Column::new(say("L1 得分", "L1 score"), 1.2, Align::End),
        Column::new(say("L2 得分", "L2 score"), 1.2, Align::End),
        Column::new("", 2.4, Align::Start),
        Column::new(say("等级", "Level"), 1.3, Align::Start),
    ];
    let mut rows = Vec::new();
    for group in 0..4 {
        rows.push(Row {
            kind: RowKind::Group,
            cells: vec![
                Cell::text(say("制造", "Manufacturing")),
                Cell::text("77 %"),
                Cell::text("0.92"),
                Cell::text("0.79"),
            ],
        });
        for row in 0..11 {
            let share = (group * 11 + row) as f32 / 44.0;
            rows.push(Row::plain(vec![
                Cell::Text { text: say("设备管理", "Maintenance").into(), indent: 1, dot: None },
                Cell::text("14 %"),
                Cell::text("0.90"),
                Cell::text(format!("{share:.2}")),
                Cell::Bar { share, ink: Ink::Accent, mark: Some(0.8) },
                Cell::Text {
                    text: if share < 0.8 { "L1".into() } else { "L2".into() },
                    indent: 0,
                    dot: Some(Ink::Level(if share < 0.8 { 1 } else { 2 })),
                },
            ]));
        }
    }
    rows.push(Row {
        kind: RowKind::Total,
        cells: vec![Cell::text(say("合计", "Total")), Cell::text("100 %"), Cell::text("0.92"), Cell::text("0.79")],
    });
    Table { caption: say("表1 能力子域得分", "Table 1. Scores by sub-domain"), columns, rows, whole: false }
}

fn bars() -> Drawing {
    let mut shapes = Vec::new();
    for (index, share) in [0.92, 0.79].into_iter().enumerate() {
        let y = 14.0 + 34.0 * index as f32;
        shapes.push(Shape::Text {
            at: Point::new(0.0, y + 12.0),
            anchor: Anchor::Start,
            size: 10.0,
            bold: true,
            ink: Ink::Text,
            text: format!("L{}", index + 1),
        });
        shapes.push(Shape::Rectangle {
            at: Point::new(30.0, y),
            width: 360.0,
            height: 16.0,
            fill: Some(Fill::solid(Ink::Tint)),
            stroke: None,
        });
        shapes.push(Shape::Rectangle {
            at: Point::new(30.0, y),
            width: 360.0 * share,
            height: 16.0,
            fill: Some(Fill { ink: Ink::Level(index as u8 + 1), opacity: 0.6 }),
            stroke: Some(Stroke::new(Ink::Level(index as u8 + 1), 1.0)),
        });
        shapes.push(Shape::Circle {
            centre: Point::new(30.0 + 360.0 * share, y + 8.0),
            radius: 4.0,
            fill: Some(Fill::solid(Ink::Paper)),
            stroke: Some(Stroke::new(Ink::Accent, 1.2)),
        });
    }
    shapes.push(Shape::Line {
        from: Point::new(30.0 + 360.0 * 0.8, 4.0),
        to: Point::new(30.0 + 360.0 * 0.8, 76.0),
        stroke: Stroke::dashed(Ink::Gate, 1.0),
    });
    Drawing { width: 420.0, height: 80.0, alternative: "L1 0.92, L2 0.79".into(), shapes }
}
