//! What the program says when something is wrong: what happened, what it means, what to do.

use super::words;
use crate::exchange::{Claim, ClaimedBound, Difference, ExportFault, Opened, ReadError, Remark};
use crate::language::Language;

words! {
    // Files that were made, read back, and found not to be what they should.
    export_unreadable(reason: &str):
        "文件写好后读不回来，所以没有保存：{reason}本机上的内容不受影响，请再试一次。",
        "The file was made but could not be read back, so it was not saved: {reason} What is on this device is not affected: try again.";
    export_differs:
        "文件写好后读回来核对，与本机上的内容不一致，所以没有保存。本机上的内容不受影响，请再试一次。",
        "The file was made, but read back it was not what is on this device, so it was not saved. What is on this device is not affected: try again.";
    table_too_long(place: &str):
        "没有生成表格：{place}要放的文字太长，一格最多32767个字符。请缩短后再试。",
        "No table was made: the text for {place} is longer than a cell can be, 32,767 characters. Shorten it and try again.";
    table_unwritten(message: &str):
        "表格没有写成（{message}）。诊断内容不受影响，请再试一次。",
        "The table could not be written ({message}). The diagnosis is not affected: try again.";
    table_unreadable(message: &str):
        "表格写好后读不回来（{message}），所以没有保存。诊断内容不受影响，请再试一次。",
        "The table was made but could not be read back ({message}), so it was not saved. The diagnosis is not affected: try again.";
    table_differs(place: &str, meant: &str, found: &str):
        "表格写好后读回来核对，{place}应为“{meant}”，读到的是“{found}”，所以没有保存。诊断内容不受影响，请再试一次。",
        "The table was made, but read back {place} says “{found}” instead of “{meant}”, so it was not saved. The diagnosis is not affected: try again.";

    // Files that cannot be read.
    file_unreachable(message: &str):
        "系统没有交出这个文件（{message}）。它可能被移走、正被占用，或没有读取权限，请检查后重试。",
        "The system did not hand the file over ({message}). It may have been moved, be in use or be forbidden to you: check and try again.";
    file_too_large(size: &str, limit: &str):
        "文件有{size}，超过{limit}的上限，没有读取。一份评估通常不到0.1 MB，请确认选的是本工具导出的文件。",
        "The file has {size}, over the limit of {limit}, and was not read. An assessment is usually below 0.1 MB: check that this is a file exported here.";
    file_empty:
        "文件是空的，里面没有任何内容。可能是复制或传送时中断了，请向发件人重新索取。",
        "The file is empty. Copying or sending it may have been cut short: ask for it again.";
    file_is_pdf:
        "这份PDF里没有附带评估数据。可能不是工厂体检的报告，也可能被另存、打印成PDF或压缩过，附件没有了。请用最初生成的报告，或改选导出的.json文件。",
        "No assessment is enclosed in this PDF. It may be no Factory Checkup report, or was printed, converted or compressed, which drops what is enclosed. Use the report as it was first made, or choose the exported .json file.";
    file_is_no_pdf:
        "这不是PDF文件。请选工厂体检生成的PDF报告。",
        "This is no PDF. Choose a report's PDF that Factory Checkup made.";
    file_is_damaged_pdf:
        "PDF文件已损坏，无法读取。可能没有传完，请重新传一份，或改选导出的.json文件。",
        "This PDF is damaged and cannot be read. Sending it may have been cut short: get it once more, or choose the exported .json file.";
    file_is_unopened_pdf:
        "读取PDF的模块没有取到，或中途停止了。第一次打开PDF报告需要联网，请检查网络后再试，或改选导出的.json文件。",
        "What reads PDF files could not be fetched, or stopped half way. The first PDF needs a connection: check it and try again, or choose the exported .json file.";
    file_is_encrypted_pdf:
        "PDF设了密码，无法取出评估数据。请用没有密码的原始报告，或改选导出的.json文件。",
        "This PDF is protected by a password, so the assessment in it cannot be taken out. Use the original report without a password, or choose the exported .json file.";
    enclosed_hash_differs(recorded: &str, found: &str):
        "报告附带的评估数据被改动过：报告记录的校验值以{recorded}开头，实际以{found}开头。已按附带的数据打开，请与出具报告的人核对。",
        "What is enclosed in the report was changed: the report records a hash that begins with {recorded}, and what is enclosed has {found}. It was opened as it is: ask whoever made the report.";
    file_is_zip:
        "这是压缩包或Office文档，不是评估数据。压缩包请先解压，再选其中的.json文件。",
        "This is an archive or an office document, not the assessment's data. Unpack an archive first and choose the .json file in it.";
    file_is_utf16:
        "文件被另存成了UTF-16编码，无法读取。请用原始文件，或用文本编辑器另存为UTF-8编码。",
        "The file was saved again as UTF-16 and cannot be read. Use the original, or save it as UTF-8 in a text editor.";
    file_not_utf8(offset: usize):
        "文件不是UTF-8编码（第{offset}字节起），可能被另存成了GBK，或者已损坏。请用原始文件，或用文本编辑器另存为UTF-8编码。",
        "The file is not UTF-8 (from byte {offset} on): it was saved in another encoding such as GBK, or is damaged. Use the original, or save it as UTF-8 in a text editor.";
    file_not_json(line: usize, column: usize, message: &str):
        "文件不是完整的JSON，读到第{line}行第{column}列时中断（{message}）。它可能被改动过或没有传完，请用原始文件重试。",
        "The file is not complete JSON: reading stopped at line {line}, column {column} ({message}). It may have been changed or cut short: try the original.";
    file_lone_surrogate(line: usize):
        "文件第{line}行有半个字符（单独的\\ud800一类转义），不是有效文字。它是别的程序写坏的，请用原始文件，或删去这个转义后重试。",
        "Line {line} of the file holds half a character (a lone escape such as \\ud800), which is no text. Another program broke it: use the original, or delete that escape and try again.";
    file_of_no_format:
        "文件里没有本工具的格式标记，不是工厂体检的评估文件。请选在本工具里导出的.json文件。",
        "The file does not carry this tool's format name, so it is no Factory Checkup assessment. Choose a .json file exported here.";
    file_of_other_format(found: &str):
        "文件的格式是“{found}”，不是工厂体检的评估文件。请选在本工具里导出的.json文件。",
        "The file's format is “{found}”, so it is no Factory Checkup assessment. Choose a .json file exported here.";
    file_of_unknown_version(found: &str):
        "文件的格式版本“{found}”无法识别，可能被改动过。请用原始文件重试。",
        "The file's format version “{found}” makes no sense; it may have been changed. Try the original.";
    file_of_newer_version(found: u64, known: u64):
        "文件由较新版本的工厂体检生成（格式版本{found}，本版本只认识到{known}）。请更新后再打开，文件本身没有问题。",
        "The file was made by a newer edition of Factory Checkup (format version {found}; this edition knows up to {known}). Update and open it again: nothing is wrong with the file.";
    file_of_wrong_shape(line: usize, column: usize, message: &str):
        "文件第{line}行第{column}列的内容与格式不符（{message}）。它可能被改动过，请用原始文件重试。",
        "At line {line}, column {column} the file does not follow its format ({message}). It may have been changed: try the original.";
    file_with_duplicate(key: &str):
        "文件里“{key}”出现了两次，无法判断以哪个为准。请用原始文件，或删去其中一个后重试。",
        "“{key}” stands twice in the file, and nothing says which one counts. Use the original, or delete one and try again.";
    file_with_unknown_word(key: &str, found: &str, known: &str):
        "文件里“{key}”的值是“{found}”，只能是{known}之一。请改正后重试，或用原始文件。",
        "“{key}” in the file is “{found}”, but must be one of {known}. Correct it and try again, or use the original.";
    file_with_bad_id(found: &str):
        "文件的评估编号“{found}”无效：应为1至64个英文字母、数字、连字符或下划线。请用原始文件重试。",
        "The assessment's id “{found}” is invalid: it must have 1 to 64 Latin letters, digits, hyphens or underscores. Try the original.";
    file_with_bad_time(key: &str, found: &str):
        "文件里“{key}”的时间“{found}”无效，应写成2026-11-23T14:32:05+08:00的样子。请用原始文件重试。",
        "The time “{found}” at “{key}” in the file is invalid: it must look like 2026-11-23T14:32:05+08:00. Try the original.";
    file_of_other_questionnaire(found: &str):
        "文件回答的是另一套问卷“{found}”，本版本没有这套问卷。请用带有该问卷的版本打开。",
        "The file answers another questionnaire, “{found}”, which this edition does not have. Open it with an edition that has it.";

    file_of_altered_questionnaire(id: &str):
        "文件附带的问卷“{id}”与它写明的编号、版本或校验值不符，可能被改动过，不能据此计算。请用原始文件重试。",
        "The questionnaire “{id}” in the file does not have the id, version or check sum that the file states: it may have been changed, and nothing can be scored by it. Try the original.";
    file_of_faulty_questionnaire(id: &str, count: usize, first: &str):
        "文件附带的问卷“{id}”有{count}处问题，不能据此计算。请让问卷的作者改好后重新导出。第一处：{first}",
        "The questionnaire “{id}” in the file has faults ({count}), and nothing can be scored by it. Ask its author to mend it, and export again. The first one: {first}";

    // Files that can be read, but.
    result_differs(claimed: &str, computed: &str):
        "文件里写的结果是：{claimed}。按其中的答案重新计算是：{computed}。以重新计算的为准。",
        "The file says: {claimed}. Its answers, computed anew, give: {computed}. What was computed anew counts.";
    result_in_short(level: &str, total: &str, scores: &str, worst: &str, best: &str):
        "{level}、总分{total}（{scores}；区间{worst}至{best}）",
        "{level}, total {total} ({scores}; between {worst} and {best})";
    no_scores: "各等级均无得分", "no level has a score";
    answered_in_other_edition(file: &str, here: &str):
        "这份评估答的是{file}版问卷，现在按{here}版计算。题目文字有改动，请核对答案是否仍然合适。",
        "This assessment was answered in edition {file} of the questionnaire and is now scored by edition {here}. Texts have changed: check that the answers still fit.";
    texts_of_edition_differ(version: &str):
        "这份评估答的也是{version}版问卷，但题目文字与本版本不完全相同。请核对答案是否仍然合适。",
        "This assessment was answered in edition {version} too, but with texts that differ from those here. Check that the answers still fit.";
    unknown_requirements_kept(ids: &str):
        "本版问卷没有这些要求：{ids}。它们的答案保留在文件里，但不参与计算。",
        "This edition of the questionnaire does not have these requirements: {ids}. Their answers stay in the file and count nothing.";
    unknown_dimensions_kept(ids: &str):
        "本版问卷没有这些被裁剪的能力域：{ids}。记录保留在文件里，但不起作用。",
        "This edition of the questionnaire does not have these tailored domains: {ids}. They stay in the file and have no effect.";
    not_applicable_refused(ids: &str):
        "这些要求不允许选“不适用”，按未答处理：{ids}。请重新作答。",
        "These requirements may not be “not applicable” and count as unanswered: {ids}. Answer them again.";
    tailoring_refused(ids: &str):
        "这些能力域不允许裁剪，仍参与计算：{ids}。",
        "These domains may not be tailored out and still take part: {ids}.";
    unknown_fields_left_out(fields: &str):
        "文件里有本格式没有的内容：{fields}。它们不会随评估保存，需要时请保留原文件。",
        "The file holds fields that the format does not have: {fields}. They are not saved with the assessment: keep the original if you need them.";
}

impl Language {
    pub fn export_fault(self, fault: &ExportFault) -> String {
        match fault {
            ExportFault::Unreadable(error) => self.export_unreadable(&self.read_error(error)),
            ExportFault::Differs => self.export_differs().to_owned(),
        }
    }

    /// Why a file cannot be read, and what to do about it.
    pub fn read_error(self, error: &ReadError) -> String {
        match error {
            ReadError::Unreachable { message } => self.file_unreachable(&shortened(message)),
            ReadError::TooLarge { size, limit } => self.file_too_large(&megabytes(*size), &megabytes(*limit)),
            ReadError::Empty => self.file_empty().into(),
            ReadError::Pdf => self.file_is_pdf().into(),
            ReadError::NoPdf => self.file_is_no_pdf().into(),
            ReadError::DamagedPdf => self.file_is_damaged_pdf().into(),
            ReadError::UnopenedPdf => self.file_is_unopened_pdf().into(),
            ReadError::EncryptedPdf => self.file_is_encrypted_pdf().into(),
            ReadError::Zip => self.file_is_zip().into(),
            ReadError::Utf16 => self.file_is_utf16().into(),
            ReadError::NotUtf8 { offset } => self.file_not_utf8(offset + 1),
            ReadError::NotJson { line, column, message } => self.file_not_json(*line, *column, &shortened(message)),
            ReadError::LoneSurrogate { line } => self.file_lone_surrogate(*line),
            ReadError::OtherFormat { found: None } => self.file_of_no_format().into(),
            ReadError::OtherFormat { found: Some(found) } => self.file_of_other_format(&shortened(found)),
            ReadError::UnknownVersion { found } => self.file_of_unknown_version(&shortened(found)),
            ReadError::NewerVersion { found, known } => self.file_of_newer_version(*found, *known),
            ReadError::WrongShape { line, column, message } => {
                self.file_of_wrong_shape(*line, *column, &shortened(message))
            }
            ReadError::DuplicateKey { key } => self.file_with_duplicate(&shortened(key)),
            ReadError::UnknownWord { key, found, known } => {
                self.file_with_unknown_word(&shortened(key), &shortened(found), &known.join(self.list_separator()))
            }
            ReadError::BadId { found } => self.file_with_bad_id(&shortened(found)),
            ReadError::BadTime { key, found } => self.file_with_bad_time(key, &shortened(found)),
            ReadError::AlteredQuestionnaire { id } => self.file_of_altered_questionnaire(&shortened(id)),
            ReadError::FaultyQuestionnaire { id, count, first } => {
                self.file_of_faulty_questionnaire(&shortened(id), *count, &self.problem(first))
            }
            ReadError::OtherQuestionnaire { found } => self.file_of_other_questionnaire(&shortened(found)),
        }
    }

    /// That a file states another result than its answers give; numbers to 4 places, since 2 may look equal.
    pub fn difference(self, difference: &Difference) -> String {
        let level = |level: Option<u8>| level.map_or(self.below_first_level().to_owned(), |level| format!("L{level}"));
        let bound = |bound: &ClaimedBound| format!("{} {}", level(bound.level), shortened(&bound.total));
        let in_short = |claim: &Claim| {
            let scores: Vec<String> = claim
                .levels
                .iter()
                .take(5)
                .filter_map(|(level, score)| Some(format!("A{level} = {}", shortened(score.as_ref()?))))
                .collect();
            let scores =
                if scores.is_empty() { self.no_scores().to_owned() } else { scores.join(self.list_separator()) };
            let total = shortened(&claim.total);
            self.result_in_short(&level(claim.level), &total, &scores, &bound(&claim.worst), &bound(&claim.best))
        };
        self.result_differs(&in_short(&difference.claimed), &in_short(&difference.computed))
    }

    /// What is odd about a file that could be read.
    pub fn remark(self, remark: &Remark) -> String {
        match remark {
            Remark::OtherEdition { file, here } if file == here => self.texts_of_edition_differ(here),
            Remark::OtherEdition { file, here } => self.answered_in_other_edition(&shortened(file), here),
            Remark::OtherHash { recorded, found } => {
                let start = |hash: &str| hash.chars().take(8).collect::<String>();
                self.enclosed_hash_differs(&start(recorded), &start(found))
            }
            Remark::UnknownRequirements(ids) => self.unknown_requirements_kept(&self.listed(ids)),
            Remark::UnknownDimensions(ids) => self.unknown_dimensions_kept(&self.listed(ids)),
            Remark::NotApplicableRefused(ids) => self.not_applicable_refused(&self.listed(ids)),
            Remark::TailoringRefused(ids) => self.tailoring_refused(&self.listed(ids)),
            Remark::UnknownFields(fields) => self.unknown_fields_left_out(&self.listed(fields)),
        }
    }

    /// Everything to be told about a file that could be read, a sentence each; empty for most.
    pub fn remarks_on(self, opened: &Opened) -> Vec<String> {
        let difference = opened.difference.iter().map(|difference| self.difference(difference));
        difference.chain(opened.remarks.iter().map(|remark| self.remark(remark))).collect()
    }

    /// The first few of a list that may have thousands.
    fn listed<T: ToString>(self, items: &[T]) -> String {
        let mut listed: Vec<String> = items.iter().take(8).map(|item| shortened(&item.to_string())).collect();
        if items.len() > listed.len() {
            listed.push("…".into());
        }
        listed.join(self.list_separator())
    }
}

/// A stranger's text as it may stand in a sentence: one line, not for ever.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut short: String =
        text.chars().map(|found| if found.is_control() { '\u{fffd}' } else { found }).take(LONGEST).collect();
    if text.chars().count() > LONGEST {
        short.push('…');
    }
    short
}

/// Rounded up to a tenth of 1 000 000 bytes.
pub(super) fn megabytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
