//! What is said when a report is verified.

use super::words;

words! {
    /// The finding as a whole.
    verified: "核对无误：这份报告与附带的评估数据完全一致。", "Verified: this report says what the assessment in it gives.";
    verified_without_pages:
        "附带的评估数据没有问题，页面没有比对。",
        "The assessment in this report is sound; its pages were not compared.";
    not_verified: "有不一致的地方，请看下面的说明。", "Something does not agree: see below.";
    hash_agrees(hash: &str):
        "附带的评估数据没有被改动，校验值与报告记录的一致：{hash}……",
        "The assessment enclosed was not changed. Its hash is the one that the report records: {hash} …";
    hash_not_recorded(hash: &str):
        "报告没有记录校验值，无法判断附带的数据有没有改动。现在的校验值是{hash}……",
        "The report records no hash, so nothing says whether what is enclosed was changed. Its hash is {hash} …";
    recomputed(firm: &str, level: &str, total: &str):
        "按附带的数据重新计算：{firm}，{level}，总分{total}。",
        "Computed anew from what is enclosed: {firm}, {level}, total score {total}.";
    recomputed_with_open(count: usize): "其中还有{count}条要求未作答或不清楚。", "Of its requirements, {count} are unanswered or not known.";
    pages_agree(date: &str):
        "整个文件与本程序按记录的日期（{date}）和内容重新生成的逐字节一致，页面没有改动。",
        "The whole file is, byte for byte, what this program makes by the recorded date ({date}) and content: its pages were not changed.";
    pages_differ:
        "文件与本程序重新生成的不一致。页面可能被改动过，也可能只是加了批注、签名或另存过。请以上面重新计算的结果为准。",
        "The file is not what this program makes. Its pages may have been changed, or it was only annotated, signed or saved again. Go by the result computed anew.";
    pages_of_other_program(made_by: &str, here: &str):
        "报告由{made_by}版程序生成，本程序是{here}版，排版可能不同，所以没有比对页面。",
        "The report was made by version {made_by} of the program, and this is version {here}, which may print it differently: the pages were not compared.";
    pages_with_logo:
        "报告带有出具方的标志，本程序没有这个标志，无法生成同样的文件，所以没有比对页面。",
        "The report carries a logo that this program does not have, so it cannot make the same file: the pages were not compared.";
    pages_without_record:
        "文件没有记录报告是怎样生成的，所以没有比对页面。",
        "The file does not record how the report was made: the pages were not compared.";
    /// Stands last.
    verifying_is_no_signature:
        "核对只说明报告与附带的数据相符，不说明由谁出具。如有疑问，请向出具方要首页的校验值来对照。",
        "Verifying says that a report and what is enclosed in it agree, not who made them. In doubt, ask whoever made it for the hash on its first page.";
    verify_report: "核对报告…", "Verify a report…";
    verify_purpose:
        "选一份PDF报告，检查附带的评估数据有没有改动，重新计算结果，并逐字节比对整个文件。全部在本机完成，不会存入或改动任何评估。",
        "Choose a report's PDF: the assessment enclosed is checked and computed anew, and the whole file compared byte for byte. All of it happens on this device, and no assessment is kept or changed.";
    verify_title: "核对报告", "Verify a report";
    verifying_failed: "没有核对成", "The report was not verified";
}
