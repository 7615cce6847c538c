//! [`ContentSubtype`]: the wire that a `content-type` names.

use ::tonic::metadata::MetadataMap;
use http::HeaderMap;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue, TE};

use crate::dispatch::Wire;

/// What stands behind `application/grpc` in the `content-type` of a request or an answer, where it is a wire
/// ([gRPC over HTTP/2](https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests), "Content-Type").
///
/// ```
/// use everwire::Wire;
/// use everwire::tonic::ContentSubtype;
///
/// let subtype = ContentSubtype::from_content_type("application/grpc+json").unwrap();
/// assert_eq!(subtype.wire(), Wire::Json);
/// assert_eq!(subtype.content_type(), "application/grpc+json");
/// assert_eq!(ContentSubtype::from_content_type("application/grpc+thrift"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ContentSubtype {
    /// Nothing: protobuf.
    #[default]
    None,
    /// `+proto`.
    Proto,
    /// `+json`.
    Json,
    /// `+msgpack`.
    MsgPack,
}

/// What every content type of gRPC begins with.
const GRPC: &str = "application/grpc";

impl ContentSubtype {
    /// The subtype that a content type names; none if it names another one, or is not gRPC's. Parameters are ignored.
    #[must_use]
    pub fn from_content_type(content_type: &str) -> Option<Self> {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        let (grpc, subtype) = essence.split_at_checked(GRPC.len())?;
        if !grpc.eq_ignore_ascii_case(GRPC) {
            return None;
        }
        let is = |name: &str| subtype.eq_ignore_ascii_case(name);
        match subtype {
            "" => Some(Self::None),
            _ if is("+proto") => Some(Self::Proto),
            _ if is("+json") => Some(Self::Json),
            _ if is("+msgpack") => Some(Self::MsgPack),
            _ => None,
        }
    }

    /// What a client says of its wire. Protobuf needs no subtype, and servers that know none refuse one.
    #[must_use]
    pub const fn of(wire: Wire) -> Self {
        match wire {
            Wire::Protobuf => Self::None,
            Wire::Json => Self::Json,
            Wire::MsgPack => Self::MsgPack,
        }
    }

    /// The wire.
    #[must_use]
    pub const fn wire(self) -> Wire {
        match self {
            Self::None | Self::Proto => Wire::Protobuf,
            Self::Json => Wire::Json,
            Self::MsgPack => Wire::MsgPack,
        }
    }

    /// The whole content type.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::None => GRPC,
            Self::Proto => "application/grpc+proto",
            Self::Json => "application/grpc+json",
            Self::MsgPack => "application/grpc+msgpack",
        }
    }

    /// The content type as a header's value, which is checked as this is compiled.
    pub(super) const fn header(self) -> HeaderValue {
        match self {
            Self::None => const { HeaderValue::from_static(Self::None.content_type()) },
            Self::Proto => const { HeaderValue::from_static(Self::Proto.content_type()) },
            Self::Json => const { HeaderValue::from_static(Self::Json.content_type()) },
            Self::MsgPack => const { HeaderValue::from_static(Self::MsgPack.content_type()) },
        }
    }

    /// What the headers of a request or an answer say. Where they say nothing it is protobuf, as for tonic.
    pub(super) fn from_headers(headers: &HeaderMap) -> Option<Self> {
        match headers.get(CONTENT_TYPE) {
            Some(value) if value.as_bytes() == GRPC.as_bytes() => Some(Self::None),
            Some(value) => Self::from_content_type(value.to_str().ok()?),
            None => Some(Self::None),
        }
    }

    /// An answer in the words of its request; those of tonic name no subtype.
    pub(super) fn named<B>(self, mut response: http::Response<B>) -> http::Response<B> {
        if self != Self::None {
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, self.header());
        }
        response
    }
}

/// The headers of an answer that a service gave it, without those that are gRPC's own.
pub(super) fn unreserved(metadata: MetadataMap) -> HeaderMap {
    const RESERVED: [HeaderName; 5] = [
        CONTENT_TYPE,
        TE,
        HeaderName::from_static("grpc-message"),
        HeaderName::from_static("grpc-message-type"),
        HeaderName::from_static("grpc-status"),
    ];
    let mut headers = metadata.into_headers();
    if !headers.is_empty() {
        for name in &RESERVED {
            headers.remove(name);
        }
    }
    headers
}

/// Whether a content type is gRPC's, whatever its subtype.
pub(super) fn is_grpc(headers: &HeaderMap) -> bool {
    let own = headers.get(CONTENT_TYPE);
    let own = own.and_then(|value| value.as_bytes().get(..GRPC.len()));
    own.is_some_and(|own| own.eq_ignore_ascii_case(GRPC.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtype_is_one_of_four() {
        for (content_type, expected) in [
            ("application/grpc", Some(ContentSubtype::None)),
            ("Application/gRPC", Some(ContentSubtype::None)),
            ("application/grpc+proto", Some(ContentSubtype::Proto)),
            (
                "application/grpc+json; charset=utf-8",
                Some(ContentSubtype::Json),
            ),
            ("application/grpc+MsgPack", Some(ContentSubtype::MsgPack)),
            ("application/grpc-web", None),
            ("application/grpc-web+proto", None),
            ("application/grpc+", None),
            ("application/grpc+xml", None),
            ("application/json", None),
            ("application/grp\u{e9}", None),
            ("", None),
        ] {
            assert_eq!(
                ContentSubtype::from_content_type(content_type),
                expected,
                "{content_type:?}"
            );
        }
    }

    #[test]
    fn a_wire_comes_back() {
        for wire in Wire::ALL {
            assert_eq!(ContentSubtype::of(wire).wire(), wire);
        }
        for one in [
            ContentSubtype::None,
            ContentSubtype::Proto,
            ContentSubtype::Json,
            ContentSubtype::MsgPack,
        ] {
            assert_eq!(
                ContentSubtype::from_content_type(one.content_type()),
                Some(one)
            );
        }
    }
}
