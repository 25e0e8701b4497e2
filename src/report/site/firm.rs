//! The firm: its profile as it was filled in, and what was left blank.

use super::{Writer, muted};
use crate::assessment::CreditCode;
use crate::district::{self, District};
use crate::report::block::{Block, Text};

pub fn write(report: &mut Writer) {
    let language = report.language;
    let site = &report.assessment.site;
    let district = District::shipped();
    let given = |text: &str| match text.trim() {
        "" => muted(language.not_given()),
        text => Text::plain(text),
    };
    let said = |answer: Option<bool>| match answer {
        Some(true) => Text::plain(language.yes()),
        Some(false) => Text::plain(language.no()),
        None => muted(language.not_given()),
    };
    let code = match CreditCode::parse(&site.credit_code) {
        Ok(code) => Text::plain(code.as_str()),
        Err(_) if site.credit_code.trim().is_empty() => given(""),
        Err(_) => Text::plain(language.report_invalid_code(site.credit_code.trim())),
    };
    let industry = match district.industry(&site.industry) {
        Some(industry) => Text::plain(industry.name.get(language)).and_muted(format!("  {}", site.industry)),
        None => given(&site.industry),
    };
    let number = |number: Option<String>| given(&number.unwrap_or_default());
    let facts = [
        (language.firm(), given(&site.firm)),
        (language.credit_code(), code),
        (language.industry(), industry),
        (language.manufacturing_type(), Text::plain(report.variant())),
        (language.town(), given(district::name(&district.towns, &site.town, language))),
        (language.park(), given(district::name(&district.parks, &site.park, language))),
        (language.above_scale(), said(site.above_scale)),
        (language.in_new_city(), said(site.in_new_city)),
        (language.employees(), number(site.employees.map(|count| count.to_string()))),
        (language.revenue(), number(site.revenue.map(|amount| amount.to_string()))),
        (language.contact(), given(&site.contact)),
    ];
    let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    report.part(language.report_firm());
    report.blocks.push(Block::Facts(facts));
}
