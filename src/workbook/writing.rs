//! Rows → the bytes of a workbook, laid out for people: a frozen head, fitting widths, lists of choices, a guide.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::NotWritten;
use super::layout::{self, Choices, Column, GUIDE, Kind, Sheet};
use super::rows::{self, Value};
use crate::language::Language;
use crate::questionnaire::Questionnaire;

/// So many rows below the head have lists of choices.
const ROWS: u32 = 2000;

pub fn write(questionnaire: &Questionnaire) -> Result<Vec<u8>, NotWritten> {
    written(questionnaire).map_err(|error| NotWritten { message: error.to_string() })
}

fn written(questionnaire: &Questionnaire) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock is read: the same questionnaire makes the same bytes on any day.
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&questionnaire.title.zh).set_creation_datetime(&day));
    write_guide(workbook.add_worksheet())?;
    for sheet in layout::sheets() {
        write_sheet(workbook.add_worksheet(), sheet, questionnaire)?;
    }
    workbook.save_to_buffer()
}

fn write_guide(worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    worksheet.set_name(GUIDE)?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let heading = text.clone().set_bold();
    for (column, language) in (0..).zip(Language::ALL) {
        worksheet.set_column_width(column, 70)?;
        worksheet.write_with_format(0, column, language.workbook_title(), &heading)?;
        let rules = language.workbook_guide().map(str::to_owned).into_iter();
        let sheets = layout::sheets().map(|sheet| language.sheet_is(sheet.name, language.sheet_meaning(sheet.name)));
        for (row, sentence) in (1..).zip(rules.chain(sheets)) {
            worksheet.write_with_format(row, column, sentence, &text)?;
        }
    }
    Ok(())
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet, questionnaire: &Questionnaire) -> Result<(), XlsxError> {
    worksheet.set_name(sheet.name)?;
    let variants = layout::variants(questionnaire);
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0xE8_EEF4))
        .set_border_bottom(FormatBorder::Thin);
    // As text, so that a version such as 2026.10 stays what is typed.
    let body = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let columns =
        sheet.all_columns().flat_map(|column| column.heads(&variants).into_iter().map(move |key| (key, column)));
    let rows = rows::of(questionnaire, sheet.name);
    for (place, (key, column)) in (0..).zip(columns) {
        let numeric = matches!(column.kind, Kind::Whole | Kind::Range | Kind::Decimal | Kind::Weights);
        let format = if numeric { &number } else { &body };
        worksheet.set_column_format(place, format)?;
        worksheet.set_column_width(place, width(column))?;
        worksheet.write_string_with_format(0, place, label(&key, column), &head)?;
        if let Some(choices) = choices(column)? {
            worksheet.add_data_validation(1, place, ROWS, place, &choices)?;
        }
        for (line, row) in (1..).zip(&rows) {
            match row.0.get(&key) {
                Some(Value::Text(text)) => worksheet.write_string_with_format(line, place, text, format)?,
                Some(Value::Number(number)) => worksheet.write_number_with_format(line, place, *number, format)?,
                None => continue,
            };
        }
    }
    worksheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// The key, and below it in the same cell what it means: only the first line is read.
fn label(key: &str, column: &Column) -> String {
    let [zh, en] = Language::ALL.map(|language| language.column_meaning(column.key));
    format!("{key}\n{zh}\n{en}")
}

/// In characters of the default font.
fn width(column: &Column) -> f64 {
    match column.kind {
        Kind::Both => 36.0,
        Kind::Lines => 26.0,
        Kind::Word | Kind::Words => 20.0,
        Kind::Whole | Kind::Range | Kind::Decimal | Kind::Flag | Kind::Weights => 13.0,
    }
}

fn choices(column: &Column) -> Result<Option<DataValidation>, XlsxError> {
    Ok(match column.choices {
        // A cell with several words cannot choose one.
        _ if column.kind == Kind::Words => None,
        Choices::None => None,
        Choices::Fixed(words) => Some(DataValidation::new().allow_list_strings(&words())?),
        Choices::Of(sheet) => {
            let list = Formula::new(format!("={sheet}!$A$2:$A${}", ROWS + 1));
            Some(DataValidation::new().allow_list_formula(list))
        }
    })
}
