//! What the shell, the welcome screen, the profile, the questions and the method screen say.

use super::words;
use crate::language::Language;
use crate::migration::Outcome;
use crate::questionnaire::Questionnaire;
use crate::scoring::Scorecard;

// The shell.
words! {
    main_navigation: "主导航", "Main";
    screen_welcome: "我的诊断", "My diagnoses";
    screen_profile: "资料", "Profile";
    screen_questions: "问题", "Questions";
    screen_result: "结果", "Result";
    screen_report: "报告", "Report";
    screen_portfolio: "多厂汇总", "Many plants";
    screen_method: "评分方法", "Method";
    theme_of_device: "明暗：跟随系统", "Brightness: as the device";
    theme_light: "明暗：浅色", "Brightness: light";
    theme_dark: "明暗：深色", "Brightness: dark";
    fetching_questionnaires: "正在取题库…", "Fetching the questions…";
    questionnaires_not_fetched: "题库没有取到", "The questions did not come";
    questionnaires_unreachable:
        "连不上存放题库的服务器，可能是网络断了。没有题库就不能答题和评分；保存在本机的内容都还在。请检查网络，再试一次。",
        "The server that has the questions cannot be reached; the network may be down. Without them nothing can be answered or scored. Everything kept on this device is still there. Check the network and try again.";
    questionnaires_refused(status: u16):
        "服务器没有交出题库（状态码{status}），可能是刚换了新版本。没有题库就不能答题和评分；保存在本机的内容都还在。请刷新页面；如仍不行，请稍后再试。",
        "The server did not hand the questions over (status {status}); a new edition may just have been put there. Without them nothing can be answered or scored. Everything kept on this device is still there. Reload the page, or try again later.";
    questionnaires_damaged:
        "取到的题库不完整，或者被网络换成了别的内容，例如无线网络的登录页。没有题库就不能答题和评分；保存在本机的内容都还在。请先登录网络，再试一次。",
        "What came is not all of the questions, or the network put something else in their place, such as its login page. Without them nothing can be answered or scored. Everything kept on this device is still there. Log in to the network and try again.";
    dismiss: "知道了", "Dismiss";
    firm_without_name: "未填写企业名称", "Firm not named yet";
    kept_on_this_device: "内容保存在本机", "Kept on this device";
    saved_at(time: &str): "已于{time}保存在本机", "Saved at {time} on this device";
    not_saved: "未能保存", "Not saved";
    try_again: "再试一次", "Try again";
    save_as_file: "存为文件", "Save as a file";
    take_theirs: "采用另一窗口的内容", "Take the other window's";
    keep_mine: "保留本窗口的内容", "Keep this window's";
    to_start: "回到首页", "To the start";
    no_such_screen: "没有这个页面", "No such page";
    no_screen_at(address: &str):
        "地址“{address}”不对应任何页面，可能是链接不完整。本机上的内容都还在。",
        "No page has the address “{address}”; the link may be incomplete. Everything on this device is still there.";
    cannot_open: "打不开这份诊断", "This diagnosis cannot be opened";
    no_such_assessment:
        "本机上没有这份诊断。它可能保存在另一台设备或另一个浏览器里，也可能已被删除。如有导出文件，可在首页打开。",
        "This device has no such diagnosis. It may be on another device or in another browser, or it was deleted. If you have its file, open that from the start page.";
    record_unreadable(reason: &str):
        "本机上的这份记录读不出来：{reason}记录原样保留，可在首页下载。",
        "The record on this device cannot be read: {reason} It is kept as it is and can be downloaded from the start page.";
    app_broke:
        "程序出错，已停止运行。已保存的内容不受影响，请刷新页面后继续。",
        "The program hit an error and has stopped. What was saved is safe: reload the page to go on.";
}

// When something cannot be kept.
words! {
    storage_blocked:
        "浏览器不允许本页在本机保存内容（可能开启了无痕模式或禁用了网站数据）。关闭页面前请存为文件，否则填写的内容会丢失。",
        "The browser does not let this page keep anything on the device (private browsing, or site data is blocked). Save a file before you close the page, or the answers are lost.";
    storage_full:
        "本机留给本页的空间已满，刚才的修改没有保存。请存为文件，或在首页导出并删除不用的诊断，再试一次。",
        "The space this page has on the device is full, and the last changes were not saved. Save a file, or export and delete diagnoses you no longer need on the start page, then try again.";
    storage_refused(reason: &str):
        "浏览器没有保存刚才的修改（{reason}）。请存为文件，再试一次。",
        "The browser did not save the last changes ({reason}). Save a file, then try again.";
    changed_elsewhere:
        "这份诊断已在另一个窗口中修改，为免互相覆盖，本窗口的修改没有保存。请选择保留哪一份。",
        "This diagnosis was changed in another window. To overwrite neither, this window's changes were not saved: choose which to keep.";
    deleted_elsewhere:
        "这份诊断已在另一个窗口中删除，本窗口的内容没有保存。可以重新保存在本机，或存为文件。",
        "This diagnosis was deleted in another window, and this window's content is not saved. Save it on this device again, or as a file.";
    followed_other_window:
        "这份诊断在另一个窗口中有修改，本窗口已更新。",
        "This diagnosis was changed in another window; this window now shows that.";
    file_not_offered(name: &str, reason: &str):
        "浏览器没能生成文件“{name}”（{reason}）。请关闭其他网页后再试。",
        "The browser could not make the file “{name}” ({reason}). Close other pages and try again.";
}

// The welcome screen.
words! {
    welcome_title: "给工厂做一次数字化体检", "A digital checkup for your plant";
    welcome_lead(requirements: usize):
        "回答约{requirements}条看得见、查得到的要求，得到智能制造能力等级、每一项差距和改造的先后顺序，并生成报告。大约一小时，可以分几次完成。",
        "Answer some {requirements} requirements that can be seen on site: you get the plant's maturity level, every gap, the order in which to close them, and a report. It takes about an hour, in as many sittings as you like.";
    nothing_leaves: "填写的内容只保存在这台设备上，不会上传到任何地方。", "What you enter stays on this device. Nothing is sent anywhere.";
    new_assessment: "新建诊断", "New diagnosis";
    open_file: "打开文件", "Open a file";
    see_example: "看一个示例", "See an example";
    drop_files_here: "松开鼠标，打开这些文件", "Drop the files to open them";
    portfolio_invitation: "把多家企业的导出文件放在一起，看等级分布和共同的薄弱处。", "Put the files of many plants side by side: levels, and where they are weak together.";
    prepare_offline: "为断网的现场做准备", "Prepare for a site without a network";
    preparing_offline: "正在取来出报告和表格要用的程序和字体（约7 MB）…", "Fetching the program and fonts for reports and tables (about 7 MB)…";
    prepared_offline: "已备好。这台设备断网也能出报告和表格，生僻字也能印。", "Ready. On this device reports and tables now need no network, rare characters included.";
    nothing_kept_offline: "浏览器没有让这个页面留存文件，断网时出不了报告。请刷新页面，或不用无痕窗口再试。", "The browser lets this page keep no files, so reports will need a network. Reload the page, or try outside a private window.";
    not_prepared_offline: "没能全部取来。请检查网络，再试一次。", "Not everything could be fetched. Check the network and try again.";
    method_invitation: "每条规则、每个权重从哪里来，有多可靠。", "Where every rule and weight comes from, and how sure it is.";
    changed_at(moment: &str): "最近修改 {moment}", "Changed {moment}";
    only_in_this_page: "未能保存在本机，关闭页面就会丢失，请导出", "Not saved on this device: export it before you close the page";
    export: "导出", "Export";
    delete: "删除", "Delete";
    cancel: "取消", "Cancel";
    delete_what(name: &str): "删除“{name}”？", "Delete “{name}”?";
    delete_means:
        "这份诊断的全部答案和备注会从本机删除，无法恢复。需要留底的话，请先存为文件。",
        "All its answers and notes are deleted from this device and cannot be brought back. Save a file first if you want to keep them.";
    save_file_first: "先存为文件", "Save a file first";
    damaged_records: "读不出来的记录", "Records that cannot be read";
    damaged_lead: "这些记录原样保留在本机，不会被覆盖。可以下载后交给懂技术的人查看。", "They stay on this device as they are and are never overwritten. Download one to have somebody look at it.";
    download_record: "下载原文", "Download as it is";
    delete_damaged_means: "删除后无法恢复。建议先下载原文。", "It cannot be brought back. Better download it first.";
    already_here: "本机上已有这份诊断", "This diagnosis is on this device already";
    same_id(firm: &str, file: &str, here: &str):
        "“{firm}”：文件最近修改于{file}，本机这份最近修改于{here}。要用文件替换本机这份，还是两份都保留？",
        "“{firm}”: the file was changed {file}, the one on this device {here}. Replace it with the file, or keep both?";
    same_id_as_damaged(firm: &str):
        "“{firm}”：本机上有一份编号相同、但读不出来的记录。要用文件替换它，还是两份都保留？",
        "“{firm}”: this device has a record of the same id that cannot be read. Replace it with the file, or keep both?";
    replace: "替换", "Replace";
    keep_both: "两份都保留", "Keep both";
    file_unreadable(name: &str):
        "文件“{name}”打不开：它可能已被移动、删除或没有读取权限。请重新选择。",
        "The file “{name}” cannot be opened: it may have been moved or deleted, or may not be read. Choose it again.";
}

// The profile.
words! {
    profile_lead: "除企业名称外都可以不填；填了，报告会更完整。", "Only the firm's name is required. The more you fill in, the more complete the report.";
    firm_and_plant: "企业与工厂", "Firm and plant";
    about_assessment: "评估", "Assessment";
    firm_is_needed: "请填写企业名称，报告封面要用。", "Please name the firm: it stands on the report's cover.";
    please_choose: "请选择", "Choose";
    industry_code: "行业细分代码", "Finer industry code";
    industry_code_hint: "2至4位数字，不知道可不填", "Two to four digits; leave it if you do not know it";
    industry_code_wrong: "不是GB/T 4754制造业的代码（2至4位数字，以13至43开头）。", "Not a manufacturing code of GB/T 4754: two to four digits that begin with 13 to 43.";
    credit_code_right: "校验位正确", "The check digit is right";
    credit_code_short(found: usize): "已填{found}位，共18位", "{found} of 18 characters";
    whole_number_needed: "请填整数；现在的内容没有保存。", "Please enter a whole number; what stands here is not saved.";
    variant_matters: "权重和考察的子域随制造类型不同；改选不会丢失已填的答案。", "Weights and some sub-domains depend on it. Changing it loses no answers.";
    tailoring_lead: "工厂确实没有的业务可以不评，其余部分的权重按比例放大。请写明理由，报告会列出。", "Activities that the plant does not have may be left out; the weights of the others are scaled up. The reason stands in the report.";
    with_parts(name: &str, parts: &str): "{name}（{parts}）", "{name} ({parts})";
    reason_to_leave_out: "为什么不评", "Why it is left out";
    tailoring_needs_reason: "写明理由后生效，在此之前仍参与计算。", "In effect once a reason is given; until then it still counts.";
    tailoring_in_effect: "已生效：不参与计算，不再提问。", "In effect: it counts nothing and is not asked.";
    start_answering: "开始答题", "Start answering";
    go_on_answering: "继续答题", "Go on answering";
}

// The method.
words! {
    method_lead(model: &str, version: &str): "{model}，问卷{version}版。", "{model}; questionnaire {version}.";
    rules: "怎样算出结果", "How the result comes about";
    levels: "五个等级", "The five levels";
    level_not_asked_yet: "本版问卷暂不考察", "Not asked in this edition";
    ratings: "四档评分", "The four ratings";
    rating: "评分", "Rating";
    meaning: "含义", "Meaning";
    rating_points: "分值", "Points";
    gate_is(gate: &str):
        "某级得分达到{gate}，且更低的等级都已达到，即达到该级。",
        "A level is met when its score reaches {gate} and every lower level is met.";
    efforts: "三档投入", "The three effort classes";
    effort_counts: "排序时按", "Counts as";
    structure_rests_on: "要素、能力域与子域的划分依据：", "What the elements, domains and sub-domains rest on:";
    weights: "权重", "Weights";
    weights_lead: "在同一上级之内的百分比。", "In percent, among those of one parent.";
    may_be_tailored: "可裁剪", "may be left out";
    sources: "依据", "What it rests on";
    sources_lead: "“转引”和“未核实”的内容未与标准原文核对，不能当作官方规定。", "What is marked second-hand or unverified was not compared with the standard's own text and must not be taken as official.";
    about: "关于", "About";
    about_program: "工厂体检在浏览器里完成全部计算，没有服务器，断网也能用。", "Factory Checkup does all its computing in the browser. It has no server and works without a network.";
    licence: "程序以MIT许可证开放源代码；报告所用字体为思源黑体（Noto Sans SC），遵循SIL开放字体许可证。", "The program is open source under the MIT licence. The report's font is Noto Sans SC, under the SIL Open Font License.";
    edition_is(program: &str, questionnaire: &str, hash: &str): "程序{program} · 问卷{questionnaire} · 内容校验{hash}", "Program {program} · questionnaire {questionnaire} · content hash {hash}";
}

// The questions.
words! {
    sub_domains: "能力子域", "Sub-domains";
    contents: "目录", "Contents";
    close: "关闭", "Close";
    pages: "翻页", "Pages";
    not_asked: "不考察", "Not asked";
    answered_count(answered: usize, asked: usize): "已答{answered}条，共{asked}条", "{answered} of {asked} answered";
    target_level: "目标等级", "Target level";
    target_asks(level: &str, count: usize):
        "问到{level}为止，共{count}条要求。", "Questions go up to {level}: {count} requirements.";
    target_keeps_answers:
        "可以随时改。更高等级已有的作答会留存，只是暂不计分。",
        "You can change it at any time. Answers above the target are kept and count nothing for the time being.";
    edition_title: "题库版本", "Edition";
    edition_answered(title: &str, version: &str):
        "本次评估使用“{title}”{version}版。", "This assessment answers “{title}”, edition {version}.";
    newer_edition(version: &str):
        "题库已有{version}版。可以先看迁移后会有什么变化，再决定是否换用，换用后还能退回。",
        "There is a newer edition, {version}. See what would change before you move; you can go back afterwards.";
    preview_migration: "看看会有什么变化", "See what would change";
    migrate_to(version: &str): "换用{version}版", "Move to edition {version}";
    migrate: "换用", "Move";
    came_from_edition(version: &str):
        "由{version}版换用而来。退回后，两版相同的要求保留现在的作答。",
        "Moved here from edition {version}. Going back keeps the present answers to what both editions ask.";
    back_to_edition(version: &str): "退回{version}版", "Go back to edition {version}";
    migration_keeps(count: usize):
        "{count}条作答原样保留。", "Answers that stay as they are: {count}.";
    migration_asks(count: usize):
        "换用后按当前目标等级还有{count}条待作答。", "Left to answer afterwards, up to the present target level: {count}.";
    migration_carries(old: &str, new: &str, why: &str):
        "“{old}”改为“{new}”，作答带过去。{why}", "“{old}” becomes “{new}” and the answer comes along. {why}";
    migration_asks_again(old: &str, new: &str, why: &str):
        "“{old}”改为“{new}”，请重新作答，备注带过去。{why}",
        "“{old}” becomes “{new}”: please answer again; notes come along. {why}";
    migration_sets_aside(old: &str, why: &str):
        "“{old}”不再询问，原作答留存但不计分。{why}", "“{old}” is not asked any more; the answer is kept and counts nothing. {why}";
    flag: "标记待回看", "Mark to come back";
    flagged: "待回看", "To come back to";
    unknown_means: "现在答不上来，之后再问", "Cannot tell now; to be asked";
    not_applicable_means: "工厂没有这种情形", "The plant has no such case";
    reason_not_applicable: "不适用的理由", "Why it does not apply";
    reason_is_needed: "写明理由后才按“不适用”处理，在此之前算未答。", "Counts as not applicable once a reason is given; until then it is unanswered.";
    note_hint: "看到什么、问了谁、还缺什么（选填）", "What was seen, who was asked, what is missing (optional)";
    take_back: "撤回选择", "Take back the choice";
    next_sub_domain(name: &str): "下一项：{name}", "Next: {name}";
    next_unanswered: "下一条未答", "Next unanswered";
    see_result: "查看结果", "See the result";
    all_answered: "全部要求都已答完。", "Every requirement is answered.";
    all_answered_but_unknown(unknown: usize):
        "全部要求都已答过，其中{unknown}条不清楚，弄清后结果才能定准。",
        "Every requirement is answered, {unknown} of them “not known”: the result is final once these are known.";
    no_such_sub_domain: "问卷里没有这个能力子域", "The questionnaire has no such sub-domain";
    not_in_this_variant: "这类制造企业不考察本子域。", "This sub-domain is not asked of this type of manufacturing.";
    tailored_out_because(reason: &str): "本子域已裁剪，不参与计算。理由：{reason}", "This sub-domain is tailored out and counts nothing. Reason: {reason}";
    change_tailoring: "到资料中修改裁剪", "Change the tailoring in the profile";
    level_so_far: "目前等级", "Level so far";
    no_level_yet: "暂无等级", "No level yet";
    level_provisional(reached: &str, worst: &str, best: &str): "暂定{reached}（{worst}到{best}之间）", "{reached} so far (between {worst} and {best})";
    standing_nothing: "答题后，这里会显示等级和它的区间。", "Once you answer, the level and its band appear here.";
    standing_certain(level: &str): "等级已确定为{level}。", "The level is settled: {level}.";
    standing_between(open: usize, worst: &str, best: &str):
        "还有{open}条未定，最终等级在{worst}到{best}之间。",
        "{open} are still open; the final level is between {worst} and {best}.";
    total_is(total: &str): "总分 {total}", "Total {total}";
    total_between(total: &str, worst: &str, best: &str): "总分 {total}（区间 {worst}–{best}）", "Total {total} (band {worst}–{best})";
    level_score(level: &str, score: &str, gate: &str): "{level}得分{score}，达标线{gate}", "{level} scores {score}; the gate is {gate}";
    complete_percent(percent: &str): "已完成{percent}%", "{percent}% complete";
    open_counts(decided: usize, asked: usize, unknown: usize, unanswered: usize):
        "已定{decided}/{asked}条 · 不清楚{unknown} · 未答{unanswered}",
        "{decided} of {asked} settled · {unknown} not known · {unanswered} unanswered";
    keyboard: "键盘操作", "Keyboard";
    key_rate: "满足…不满足", "Met … not met";
    key_go_on: "下一条", "Next requirement";
}

impl Language {
    /// Where a plant stands, in a sentence: settled, or between which levels.
    pub fn standing(self, scorecard: &Scorecard, questionnaire: &Questionnaire) -> String {
        let plant = &scorecard.plant;
        if plant.tally.rated() == 0 {
            self.standing_nothing().to_owned()
        } else if scorecard.level_is_certain() {
            self.standing_certain(&self.level_reached(plant.reached, questionnaire))
        } else {
            let [worst, best] = [&plant.band.worst, &plant.band.best].map(|bound| self.level_short(bound.reached));
            self.standing_between(plant.tally.open(), &worst, &best)
        }
    }

    /// A level in one line of a list; a provisional one is followed by where it may end.
    pub fn level_in_list(self, scorecard: &Scorecard) -> String {
        let [reached, worst, best] =
            [scorecard.plant.reached, scorecard.plant.band.worst.reached, scorecard.plant.band.best.reached]
                .map(|level| self.level_short(level));
        if scorecard.level_is_certain() { reached } else { self.level_provisional(&reached, &worst, &best) }
    }

    /// Something about a file; the example has no name.
    pub fn about_file(self, name: &str, sentence: &str) -> String {
        match (self, name) {
            (_, "") => sentence.to_owned(),
            (Language::Chinese, name) => format!("“{name}”：{sentence}"),
            (Language::English, name) => format!("“{name}”: {sentence}"),
        }
    }

    /// The language's name in itself, as a switch to it is labelled.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Chinese => "中文",
            Language::English => "English",
        }
    }

    /// One change of editions and what it does to the answers.
    pub fn migration_step(self, old: &str, new: &str, why: &str, outcome: Outcome) -> String {
        match outcome {
            Outcome::Carried => self.migration_carries(old, new, why),
            Outcome::AskedAgain => self.migration_asks_again(old, new, why),
            Outcome::SetAside => self.migration_sets_aside(old, why),
        }
    }
}
