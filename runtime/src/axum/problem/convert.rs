//! Problems out of what goes wrong.

use http::StatusCode;

use super::{Problem, Violation};
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
            title: status.canonical_reason().unwrap_or_default().to_owned(),
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
        let mut problem = Self::new(status, error.to_string());
        if let Some(wire) = error.wire() {
            problem.wire = wire.name().to_owned();
            problem.offset = u32::try_from(error.offset()).ok();
        }
        problem.path = error.path();
        problem
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

/// How many violations a problem lists at most: an answer is not to be many times as long as what it answers.
const LISTED: usize = 1000;

/// What a client sent breaks its rules: 422, with all violations, or the first thousand.
impl From<&Violations> for Problem {
    fn from(all: &Violations) -> Self {
        let detail = match all.len() {
            1 => "the message breaks a rule".to_owned(),
            count if count > LISTED => {
                format!("the message breaks {count} rules, of which the first {LISTED} are listed")
            }
            count => format!("the message breaks {count} rules"),
        };
        Self {
            violations: all.iter().take(LISTED).map(Violation::from).collect(),
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
            path: one.path.to_string(),
            rule_path: one.rule_path.to_string(),
            rule_id: one.rule_id.to_string(),
            message: one.message.to_string(),
            for_key: one.for_key,
        }
    }
}
