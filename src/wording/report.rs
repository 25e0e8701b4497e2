//! What the report says.

use super::words;

words! {
    page_of(page: usize, pages: usize): "第 {page} 页 共 {pages} 页", "Page {page} of {pages}";
    report_font_unusable:
        "报告所用的字体文件不完整，无法生成报告。请刷新页面后重试。",
        "A font file of the report is damaged, so the report cannot be made. Reload the page and try again.";
    report_unwritten:
        "报告没有写成，可能是内存不足。请关闭其他页面后重试；答题数据不受影响。",
        "The report could not be written, perhaps for lack of memory. Close other pages and try again; your answers are safe.";
}
