//! Reading JSON that others wrote, so that all of its problems are told at once.
//!
//! A [`Field`] is a value and where it stands; each reader of one gives `None` after it told what is wrong, and its
//! caller goes on with the next field. Whatever was told, nothing is half-read: [`read`] gives a value or problems.

mod field;
mod limits;

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

pub(crate) use field::{Field, Object};
pub(crate) use limits::Text;
pub(crate) use limits::{
    ADDRESS, CARRIER, DOOR_CODE, EMAIL, EPOCH_MS_FROM, INSTANT_MAX, INSTANT_MIN, LABEL, NAME, NOTE, ORDER,
    PAGE, PHONE, REFERENCE, SENDER, SHARE_NAME, TRACKING_NUMBER, ZONE,
};

/// So many problems of one input are told; more help nobody.
pub const PROBLEMS_MAX: usize = 500;

/// One problem of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InputProblem {
    /// Where, such as `stops[3].place.lat`; empty for the input as a whole.
    pub at: String,
    /// The code that machines read; it never changes.
    #[schema(value_type = String, example = "missing")]
    pub code: Cow<'static, str>,
    /// What is wrong and what would be right, for people.
    pub detail: String,
}

impl InputProblem {
    /// A problem.
    pub fn new(at: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self { at: at.into(), code: Cow::Borrowed(code), detail: detail.into() }
    }

    /// The code of an input that is no JSON at all.
    pub const MALFORMED: &'static str = "malformed_json";
}

/// Where a value stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Name(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Name(Path::Root, name) => f.write_str(name),
            Self::Name(parent, name) => write!(f, "{parent}.{name}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// Where problems are told.
#[derive(Debug, Default)]
pub(crate) struct Sink(RefCell<Vec<InputProblem>>);

impl Sink {
    pub(crate) fn tell(&self, at: &Path<'_>, code: &'static str, detail: impl Into<String>) {
        let mut problems = self.0.borrow_mut();
        match problems.len() {
            PROBLEMS_MAX => {
                problems.push(InputProblem::new("", "too_many_problems", "there are more problems"));
            }
            count if count < PROBLEMS_MAX => problems.push(InputProblem::new(at.to_string(), code, detail)),
            _ => {}
        }
    }

    pub(crate) fn into_problems(self) -> Vec<InputProblem> {
        self.0.into_inner()
    }
}

/// Reads a JSON text.
pub(crate) fn read<T>(
    bytes: &[u8],
    reader: impl FnOnce(Field<'_>) -> Option<T>,
) -> Result<T, Vec<InputProblem>> {
    let value = parse(bytes).map_err(|problem| vec![problem])?;
    read_value(&value, reader)
}

/// Reads a JSON value.
pub(crate) fn read_value<T>(
    value: &Value,
    reader: impl FnOnce(Field<'_>) -> Option<T>,
) -> Result<T, Vec<InputProblem>> {
    let sink = Sink::default();
    let read = reader(Field::root(value, &sink));
    let problems = sink.into_problems();
    match read {
        Some(read) if problems.is_empty() => Ok(read),
        _ if problems.is_empty() => Err(vec![InputProblem::new("", "invalid", "this cannot be read")]),
        _ => Err(problems),
    }
}

/// Parses a JSON text. The problem tells where it breaks, and nothing of what it holds.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, InputProblem> {
    serde_json::from_slice(bytes).map_err(|error| malformed(&error))
}

fn malformed(error: &serde_json::Error) -> InputProblem {
    let what = match error.classify() {
        serde_json::error::Category::Eof => "the JSON ends too early",
        _ => "this is not JSON",
    };
    let detail = format!("{what}, at line {} column {}", error.line(), error.column());
    InputProblem::new("", InputProblem::MALFORMED, detail)
}
