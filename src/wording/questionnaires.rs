//! What the screen of own questionnaires says.

use super::words;

words! {
    screen_questionnaires: "自有问卷", "Own questionnaires";
    use_own_questionnaire: "使用自有问卷…", "Use your own questionnaire…";
    own_questionnaire_invitation: "按企业、园区或街镇自己写的问卷诊断，表格和TOML都可以。", "Diagnose by a questionnaire that a firm, park or town wrote itself, as a spreadsheet or as TOML.";
    questionnaires_lead: "问卷只保存在这台设备上。用它做的诊断，导出时把问卷一起带上，别人打开不用另外要。", "Questionnaires stay on this device. A diagnosis made with one carries it when exported, so that whoever opens it needs nothing else.";
    questionnaire_forms: "可以是一个.xlsx工作簿，一个.toml文件，或同一份问卷的几个.toml文件（含model.toml，一次全选）。有问题会一次全部列出。", "An .xlsx workbook, a .toml file, or several .toml files of one questionnaire (with model.toml, chosen all at once). Every fault is listed at once.";
    open_questionnaire: "打开问卷文件", "Open a questionnaire";
    drop_questionnaire_here: "松开鼠标，读取这份问卷", "Drop the questionnaire to read it";
    reading_questionnaire: "正在读取问卷…", "Reading the questionnaire…";
    questionnaire_kept(title: &str, version: &str): "“{title}”{version}版没有问题，已保存在本机，可以用它新建诊断。", "“{title}”, edition {version}, is sound and kept on this device: it can be chosen for a new diagnosis.";
    questionnaire_faulty(count: usize): "问卷有{count}处要改", "Faults in the questionnaire: {count}";
    questionnaire_not_kept: "没有保存。请按下面的位置逐处改好，再打开一次。", "It was not kept. Mend each place below and open it again.";
    own_questionnaires: "本机上的自有问卷", "On this device";
    questionnaire_holds(sub_domains: usize, requirements: usize): "{sub_domains}个子域，{requirements}条要求", "{sub_domains} sub-domains, {requirements} requirements";
    shipped_questionnaires: "从随附的问卷开始", "Begin with the one that comes with it";
    shipped_questionnaires_lead: "下载后改成自己的，再从上面打开。下载的文件已换了编号，以免和随附的混淆。", "Download it, make it yours, and open it above. The file has another id, so that the two are not taken for each other.";
    download_xlsx: "下载XLSX", "Download XLSX";
    download_toml: "下载TOML", "Download TOML";
    delete_questionnaire_means: "从本机删除后，不能再用它新建诊断。已有的诊断自带问卷，不受影响。", "It can then no longer be chosen for a new diagnosis. Existing ones carry it and are not affected.";
    intake_mixed: "一次只读一份问卷：一个.xlsx，或者只选.toml文件。", "One questionnaire at a time: a single .xlsx, or .toml files only.";
    workbook_failed_module:
        "读写工作簿的模块没有取到。第一次使用需要联网，请检查网络后再试；TOML文件不需要它。",
        "The module that reads and makes workbooks could not be fetched. The first time needs a connection: check it and try again. TOML files do without it.";
    workbook_failed_misunderstood:
        "读写工作簿的模块与页面的版本不一致。请刷新页面后再试。",
        "The module for workbooks and the page are of different versions. Reload the page and try again.";
    workbook_failed_unwritten:
        "写不成工作簿：有的文字太长，一格放不下。请下载TOML。",
        "No workbook was made: a text is too long for a cell. Download TOML instead.";
    workbook_not_as_meant:
        "没有生成工作簿：读回核对时，内容与问卷不一致。这是本工具的错误，请下载TOML，并告诉维护者。",
        "No workbook was made: read back, it does not say what the questionnaire says. This is a fault of ours: download TOML instead, and tell us.";
    workbook_failed_crashed:
        "中途停止了，多半是内存不足。请关闭其他网页后再试。",
        "It stopped half way, most likely for lack of memory. Close other pages and try again.";
}
