//! Lengths and counts.

use super::Level;
use crate::model::{Rule, RuleName, Shape};

pub(super) fn check(level: &mut Level<'_>) {
    use RuleName as R;
    let exact = [
        (R::Len, R::MinLen, R::MaxLen),
        (R::LenBytes, R::MinBytes, R::MaxBytes),
    ];
    for (exact, least, most) in exact {
        let help = format!("keep `{}` alone", exact.name());
        level.clash(exact, least, "speak of one length", &help);
        level.clash(exact, most, "speak of one length", &help);
    }
    let ranges = [
        (R::MinLen, R::MaxLen, "length"),
        (R::MinBytes, R::MaxBytes, "length"),
        (R::MinItems, R::MaxItems, "count"),
        (R::MinPairs, R::MaxPairs, "count"),
    ];
    for (least, most, what) in ranges {
        if let (Some(min), Some(max)) = (size(level, least), size(level, most))
            && min > max
        {
            let help = format!("{min} is more than {max}; exchange them");
            level.clash(least, most, &format!("leave no {what}"), &help);
        }
    }
    if *level.shape != Shape::Bytes {
        points_and_bytes(level);
    }
}

/// A code point takes one to four bytes of UTF-8.
fn points_and_bytes(level: &mut Level<'_>) {
    use RuleName as R;
    for points in [R::Len, R::MinLen] {
        for bytes in [R::LenBytes, R::MaxBytes] {
            if let (Some(least), Some(most)) = (size(level, points), size(level, bytes))
                && least > most
            {
                let help = format!("{least} code points have at least {least} bytes");
                level.clash(points, bytes, "leave no length", &help);
            }
        }
    }
    for points in [R::Len, R::MaxLen] {
        for bytes in [R::LenBytes, R::MinBytes] {
            if let (Some(most), Some(least)) = (size(level, points), size(level, bytes)) {
                let room = most.saturating_mul(4);
                if least > room {
                    let help = format!("{most} code points have at most {room} bytes");
                    level.clash(points, bytes, "leave no length", &help);
                }
            }
        }
    }
}

fn size(level: &Level<'_>, name: RuleName) -> Option<u64> {
    let mut rules = level.rules.iter();
    let (_, rule, _) = rules.find(|(rule, ..)| *rule == name)?;
    match rule {
        Rule::Len(size)
        | Rule::MinLen(size)
        | Rule::MaxLen(size)
        | Rule::LenBytes(size)
        | Rule::MinBytes(size)
        | Rule::MaxBytes(size)
        | Rule::MinItems(size)
        | Rule::MaxItems(size)
        | Rule::MinPairs(size)
        | Rule::MaxPairs(size) => Some(*size),
        _ => None,
    }
}
