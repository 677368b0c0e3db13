//! The table of a service day's log.

use jiff::civil::Date;

/// What the name of every such table begins with.
pub(super) const PREFIX: &str = "log_2";

/// The name of the day's table, such as `log_20260314`.
pub(super) fn table(day: Date) -> String {
    format!("log_{}", day.strftime("%Y%m%d"))
}

/// The day of a table with such a name.
pub(super) fn of_table(name: &str) -> Option<Date> {
    Date::strptime("log_%Y%m%d", name).ok()
}

/// Whether a row holds a note to a driver. Bytes are looked at and not JSON, so that the many fixes are not read as JSON for
/// the few others.
pub(super) const HOLDS_NOTE: &str = r#"instr(body, CAST('"kind":"instruction_given"' AS BLOB)) > 0 AND (instr(body, CAST('"note":' AS BLOB)) > 0 OR instr(body, CAST('"neighbour":' AS BLOB)) > 0) OR instr(body, CAST('"kind":"access_noted"' AS BLOB)) > 0 OR instr(body, CAST('"kind":"place_marked"' AS BLOB)) > 0"#;

/// Makes the day's table, with an index of the few rows that hold notes: they are forgotten before the day is, and looked
/// for again and again. Days from before there was one, or when it held less, are searched row by row. `before` is the row of the same tour before this one, 0 for its first.
pub(super) fn make_table(day: Date) -> String {
    let table = table(day);
    format!(
        "CREATE TABLE {table} (\
             id INTEGER PRIMARY KEY, tour BLOB NOT NULL, seq INTEGER NOT NULL, before INTEGER NOT NULL, \
             body BLOB NOT NULL) STRICT; \
         CREATE INDEX notes_of_{table} ON {table} (tour) WHERE {HOLDS_NOTE}"
    )
}

/// Drops the day's table if it is there.
pub(super) fn drop_table(day: Date) -> String {
    format!("DROP TABLE IF EXISTS {}", table(day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{PREFIX, of_table, table};

    #[test]
    fn a_day_has_a_table_and_the_table_its_day() {
        let day = date(2026, 3, 4);
        assert_eq!(table(day), "log_20260304");
        assert!(table(day).starts_with(PREFIX));
        assert_eq!(of_table(&table(day)), Some(day));
        assert_eq!(of_table("log_ends"), None);
        assert_eq!(of_table("log_20261304"), None);
    }
}
