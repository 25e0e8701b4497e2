//! What the command line says. Its `--help` says everything in both languages, since it cannot know the reader's yet.

use std::io::{Error, ErrorKind};

use super::{Language, words};
use crate::self_check::Checked;

words! {
    plant_agrees(name: &str, level: u32, total: &str): "一致：{name}，{level}级，{total}", "Agrees: {name}, level {level}, {total}";
    plant_differs(name: &str, found: &str, expected: &str):
        "不一致：{name}，算得{found}，应为{expected}", "Differs: {name}, computed {found}, expected {expected}";
    self_check_result(agreeing: usize, all: usize):
        "参考工厂{all}个，与独立计算一致的{agreeing}个。", "Reference plants: {all}; in agreement with the independent computation: {agreeing}.";
    self_check: "自检", "Self-check";
    self_check_lead: "用随附的参考工厂核对本机的计算。", "Checks this device's computation on the reference plants that come with the product.";
    run_self_check: "开始自检", "Run the self-check";
    /// After the name of a questionnaire's folder.
    questionnaire_is_sound(title: &str, version: &str, sub_domains: usize, requirements: usize):
        "没有问题：{title} {version}，{sub_domains}个子域，{requirements}条要求。",
        "no problems: {title} {version}, {sub_domains} sub-domains, {requirements} requirements.";
    problems_found(count: usize): "共{count}个问题。", "Problems in all: {count}.";
    no_questionnaire_there:
        "这里没有问卷文件。请指定含有model.toml的文件夹、一个.toml文件或.xlsx工作簿。",
        "There is no questionnaire here. Name a folder that holds a model.toml, a .toml file or an .xlsx workbook.";
    no_file_there:
        "没有可以读取的文件。请指定本工具导出的.json文件、生成的PDF报告，或含有这些文件的文件夹。",
        "There is no file to read. Name .json files exported here, PDF reports made here, or a folder that holds some.";
    other_files_passed_over(count: usize):
        "文件夹里另有{count}个文件既不是.json也不是.pdf，没有读取。",
        "Files in the folders that are neither .json nor .pdf and were not read: {count}.";
    could_not_write(path: &str, message: &str):
        "无法写入{path}（{message}）。请检查磁盘空间和写入权限，或换一个位置。",
        "{path} could not be written ({message}). Check the space and your rights there, or choose another place.";
    /// Nothing was written or saved.
    not_as_meant(name: &str):
        "没有生成“{name}”：读回核对时，内容与应写的不一致。这是本工具的错误，请换一种格式，并告诉维护者。",
        "“{name}” was not made: read back, it is not what was meant. This is a fault of ours: try another form, and tell us.";
    written_otherwise(path: &str):
        "{path}写好后读回来，与应写的内容不一致。请检查磁盘，或换一个位置。",
        "{path} was written, but what was read back is not what was meant. Check the disk, or choose another place.";
    folder_is_not_there(path: &str):
        "无法写入{path}：所在的文件夹不存在。请先建好文件夹，或换一个位置。",
        "{path} could not be written: its folder does not exist. Make the folder first, or choose another place.";
    place_is_a_folder(path: &str):
        "无法写入{path}：这是一个文件夹。请在后面加上文件名，例如report.pdf。",
        "{path} could not be written: it is a folder. Add a file name, such as report.pdf.";
    place_is_no_folder(path: &str):
        "无法写入{path}：上一级是一个文件，不是文件夹。请换一个文件夹。",
        "{path} could not be written: what stands above it is a file and no folder. Choose a folder.";
    one_questionnaire_at_a_time:
        "这里有几份问卷，一次只转换一份。请指定其中一个文件夹。",
        "There are several questionnaires here, and one is converted at a time. Name one of the folders.";
    folder_has_a_questionnaire:
        "文件夹里已经有.toml文件，写进去会混在一起。请换一个新文件夹。",
        "There are .toml files in this folder already, and the new ones would mix with them. Choose a new folder.";
    unknown_form:
        "看不出要写成什么。请写成.toml、.xlsx，或不带后缀的文件夹名。",
        "This ending says nothing here: use .toml, .xlsx, or the name of a folder without an ending.";
    workbook_not_written(message: &str):
        "写不成工作簿：有的文字太长，一格放不下（{message}）。请缩短，或写成.toml。",
        "No workbook was written: a text is too long for a cell ({message}). Shorten it, or write a .toml instead.";
    one_file_at_a_time:
        "这是一个文件夹，而这里每次只读一个文件。请指定其中一个.json文件或PDF报告。",
        "This is a folder, and one file is read at a time. Name one of its .json files or PDF reports.";
    tables_form: "表格写成工作簿，请把文件名的后缀写成.xlsx。", "The tables go into a workbook: end the file's name in .xlsx.";
    actions_form: "看不出要写成什么，请把文件名的后缀写成.xlsx或.csv。", "This ending says nothing here: end the file's name in .xlsx or .csv.";
    written_to(path: &str): "已写入{path}", "Written to {path}";
    report_written(path: &str, pages: usize): "已写入{path}，共{pages}页。", "Written to {path}. Pages: {pages}.";
    characters_without_font(characters: &str):
        "报告字体里没有这些字，已用〓代替：{characters}",
        "The report's fonts lack these characters, which are printed as 〓: {characters}";
    aggregated(files: usize, plants: usize, firms: usize, rejected: usize, set_aside: usize):
        "读取{files}个文件：{plants}份评估，计{firms}家企业；无法读取{rejected}个，重复{set_aside}个。",
        "Files read: {files}. Assessments: {plants}, firms: {firms}; unreadable: {rejected}, older copies: {set_aside}.";
}

impl Language {
    /// Why a result was not written.
    pub fn not_written(self, path: &str, error: &Error) -> String {
        match error.kind() {
            ErrorKind::NotFound => self.folder_is_not_there(path),
            ErrorKind::IsADirectory => self.place_is_a_folder(path),
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => self.place_is_no_folder(path),
            ErrorKind::InvalidData => self.written_otherwise(path),
            _ => self.could_not_write(path, &error.to_string()),
        }
    }
}

impl Language {
    /// One reference plant, with what it came to.
    pub fn checked_plant(self, plant: &Checked) -> String {
        let name = plant.name.get(self);
        match plant.agrees() {
            true => self.plant_agrees(name, plant.found.level, &plant.found.total),
            false => self.plant_differs(name, &format!("{:?}", plant.found), &format!("{:?}", plant.expected)),
        }
    }
}
