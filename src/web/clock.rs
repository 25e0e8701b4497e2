//! The clock of the device, with its own offset from UTC.

use time::{OffsetDateTime, UtcOffset};

/// Now, to the second.
pub fn now() -> OffsetDateTime {
    let now = js_sys::Date::new_0();
    let seconds = (now.get_time() / 1000.0) as i64;
    // JavaScript counts minutes from local time to UTC: −480 in Shanghai.
    let offset = UtcOffset::from_whole_seconds(-60 * now.get_timezone_offset() as i32).unwrap_or(UtcOffset::UTC);
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH).to_offset(offset)
}

/// `14:32`.
pub fn time_of_day(moment: OffsetDateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// `2026-11-23 14:32`.
pub fn date_and_time(moment: OffsetDateTime) -> String {
    format!("{} {}", moment.date(), time_of_day(moment))
}
