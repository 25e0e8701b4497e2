//! What the shell, the welcome screen, the profile, the questions and the method screen say.

use super::words;
use crate::language::Language;

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

impl Language {
    /// The language's name in itself, as a switch to it is labelled.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Chinese => "中文",
            Language::English => "English",
        }
    }
}
