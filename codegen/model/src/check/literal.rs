//! Which literals are values of which types; no rule, but what rules ask.

use super::time;
use crate::model::{Known, Literal, Shape};

/// The literal as a value of the shape, where it is one: an integer for a float becomes a float,
/// a string for bytes its UTF-8, a string for a duration or a timestamp what it spells.
pub(crate) fn fit(literal: &Literal, shape: &Shape) -> Option<Literal> {
    let fitted = match (shape, literal) {
        (Shape::Opaque, _)
        | (Shape::Bool, Literal::Bool(_))
        | (Shape::Float(_), Literal::Float(_))
        | (Shape::Char, Literal::Char(_))
        | (Shape::String, Literal::Str(_))
        | (Shape::Bytes, Literal::Bytes(_))
        | (Shape::Duration, Literal::Duration { .. })
        | (Shape::Timestamp, Literal::Timestamp { .. })
        | (Shape::Known(Known::FieldMask), Literal::Paths(_)) => literal.clone(),
        (Shape::Int(int), Literal::Int(value)) => {
            let (least, most) = int.range();
            (least..=most).contains(value).then(|| literal.clone())?
        }
        (Shape::Enum, Literal::Int(value)) => {
            i32::try_from(*value).ok()?;
            literal.clone()
        }
        #[allow(
            clippy::cast_precision_loss,
            reason = "as a float literal would round too"
        )]
        (Shape::Float(_), Literal::Int(value)) => Literal::Float(*value as f64),
        (Shape::Bytes, Literal::Str(text)) => Literal::Bytes(text.as_bytes().to_vec()),
        (Shape::Duration, Literal::Str(text)) => time::duration(text)?,
        (Shape::Timestamp, Literal::Str(text)) => time::timestamp(text)?,
        _ => return None,
    };
    Some(fitted)
}

/// The type of a shape as a person writes it.
pub(crate) fn spell(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "`bool`".to_owned(),
        Shape::Int(int) => format!("`{}{}`", if int.signed { 'i' } else { 'u' }, int.bits),
        Shape::Float(bits) => format!("`f{bits}`"),
        Shape::Char => "`char`".to_owned(),
        other => other.describe().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{I32, U32};

    #[test]
    fn literals_become_what_the_type_holds() {
        assert_eq!(
            fit(&Literal::Int(1), &Shape::Float(64)),
            Some(Literal::Float(1.0))
        );
        assert_eq!(
            fit(&Literal::Str("ab".into()), &Shape::Bytes),
            Some(Literal::Bytes(b"ab".to_vec()))
        );
        assert_eq!(
            fit(&Literal::Str("1.5s".into()), &Shape::Duration),
            Some(Literal::Duration {
                seconds: 1,
                nanos: 500_000_000
            })
        );
        assert_eq!(fit(&Literal::Int(-1), &U32), None);
        assert_eq!(fit(&Literal::Int(-1), &I32), Some(Literal::Int(-1)));
        assert_eq!(fit(&Literal::Str("1".into()), &I32), None);
        assert_eq!(spell(&U32), "`u32`");
        assert_eq!(spell(&Shape::List(Box::new(I32))), "a list");
    }
}
