//! Problems out of what goes wrong.

use http::StatusCode;

use super::{Problem, Violation};
use crate::cut::cut;
use crate::{Error, Violations, validate};

impl Problem {
    /// A problem that the status says it all of: its type is `about:blank`, and its title the status' phrase (RFC 9457, section 4.2.1).
    ///
    /// ```
    /// use everwire::axum::Problem;
    /// use http::StatusCode;
    ///
    /// let problem = Problem::new(StatusCode::CONFLICT, "order 7 is paid already");
    /// assert_eq!(
    ///     everwire::json::to_string(&problem)?,
    ///     r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"order 7 is paid already"}"#,
    /// );
    /// # Ok::<(), everwire::Error>(())
    /// ```
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            r#type: "about:blank".to_owned(),
            title: phrase(status).to_owned(),
            status: status.as_u16().into(),
            detail: detail.into(),
            ..Self::default()
        }
    }

    /// The status; 500 where the member `status` is none.
    #[must_use]
    pub fn status_code(&self) -> StatusCode {
        let status = u16::try_from(self.status).ok();
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// The phrase of a status; `http` has older ones of two (RFC 9110, sections 15.5.14 and 15.5.21).
fn phrase(status: StatusCode) -> &'static str {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => "Content Too Large",
        StatusCode::UNPROCESSABLE_ENTITY => "Unprocessable Content",
        _ => status.canonical_reason().unwrap_or_default(),
    }
}

/// What is wrong with a message that a client sent. Rules that are not met are 422, what is longer than [`Limits`](crate::Limits) have it
/// 413, anything else 400.
///
/// ```
/// use everwire::axum::Problem;
///
/// let error = everwire::json::from_str::<Vec<u32>>("[1, true]").unwrap_err();
/// let problem = Problem::from(&error);
/// assert_eq!((problem.status, &*problem.wire, problem.offset, &*problem.path), (400, "json", Some(4), "[1]"));
/// ```
impl From<&Error> for Problem {
    fn from(error: &Error) -> Self {
        if let Some(violations) = error.violations() {
            return Self::from(violations);
        }
        let status = match error.limit() {
            Some(("message" | "elements" | "string", _)) => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::BAD_REQUEST,
        };
        let mut problem = Self::new(status, cut(error.to_string(), TEXT));
        if let Some(wire) = error.wire() {
            problem.wire = wire.name().to_owned();
            problem.offset = u32::try_from(error.offset()).ok();
        }
        problem.path = cut(error.path(), TEXT);
        problem
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

/// How many violations a problem lists at most, and how many bytes their texts have: an answer is not to be many times as long as what it answers.
const LISTED: usize = 1000;
const TEXTS: usize = 1 << 18;

/// How many bytes a text has that holds what a client sent, as the keys of a path do.
pub(in crate::axum) const TEXT: usize = 1 << 10;

/// What a client sent breaks its rules: 422, with the violations, up to a thousand and 256 KiB.
impl From<&Violations> for Problem {
    fn from(all: &Violations) -> Self {
        let mut room = TEXTS;
        let violations: Vec<_> = all
            .iter()
            .map(Violation::from)
            .take(LISTED)
            .take_while(|one| {
                let len =
                    one.path.len() + one.rule_path.len() + one.rule_id.len() + one.message.len();
                room.checked_sub(len).inspect(|rest| room = *rest).is_some()
            })
            .collect();
        let detail = match violations.len() {
            1 if all.len() == 1 => "the message breaks a rule".to_owned(),
            count if count < all.len() => {
                format!("the message breaks its rules: the first {count} violations are listed")
            }
            count => format!("the message breaks its rules: {count} violations are listed"),
        };
        Self {
            violations,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
        }
    }
}

impl From<Violations> for Problem {
    fn from(all: Violations) -> Self {
        Self::from(&all)
    }
}

impl From<&validate::Violation> for Violation {
    fn from(one: &validate::Violation) -> Self {
        Self {
            path: cut(one.path.to_string(), TEXT),
            rule_path: one.rule_path.to_string(),
            rule_id: one.rule_id.to_string(),
            message: cut(one.message.to_string(), TEXT),
            for_key: one.for_key,
        }
    }
}
