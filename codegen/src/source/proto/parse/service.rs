//! Services.

use std::ops::Range;

use prost_reflect::prost_types::{
    MethodDescriptorProto, MethodOptions, ServiceDescriptorProto, ServiceOptions,
};

use super::mistake::Parse;
use super::{Parser, index};

impl Parser<'_> {
    /// A service, from its keyword; the path is its own.
    pub(super) fn service(&mut self) -> Parse<ServiceDescriptorProto> {
        let mut begun = self.begin();
        self.bump();
        let name = self.name("a service name")?;
        self.locate(&[1], &name.span());
        self.head_end(&mut begun, "{")?;
        let mut options = ServiceOptions::default();
        let mut methods = Vec::new();
        self.block("`rpc` or `}`", |parser| {
            match parser.text_of(parser.peek()) {
                "option" => parser.within(&[3], |parser| {
                    parser.option_statement(&mut options.uninterpreted_option)
                }),
                "rpc" => parser.within(&[2, index(methods.len())], |parser| {
                    methods.push(parser.method()?);
                    Ok(())
                }),
                _ => Err(parser.unexpected("`rpc`, `option` or `}`")),
            }
        })?;
        self.declare(begun);
        Ok(ServiceDescriptorProto {
            name: Some(self.text_of(name).to_owned()),
            method: methods,
            options: (!options.uninterpreted_option.is_empty()).then_some(options),
        })
    }

    fn method(&mut self) -> Parse<MethodDescriptorProto> {
        let mut begun = self.begin();
        self.bump();
        let name = self.name("a method name")?;
        self.locate(&[1], &name.span());
        let (input, client_streaming) = self.message_of_method(2, 5)?;
        self.expect("returns")?;
        let (output, server_streaming) = self.message_of_method(3, 6)?;
        let mut options = MethodOptions::default();
        if self.is("{") {
            self.head_end(&mut begun, "{")?;
            self.block("`option` or `}`", |parser| {
                if !parser.is("option") {
                    return Err(parser.unexpected("`option` or `}`"));
                }
                parser.within(&[4], |parser| {
                    parser.option_statement(&mut options.uninterpreted_option)
                })
            })?;
        } else if self.is(";") {
            self.head_end(&mut begun, ";")?;
        } else {
            return Err(self.unexpected("`{` or `;`"));
        }
        self.declare(begun);
        Ok(MethodDescriptorProto {
            name: Some(self.text_of(name).to_owned()),
            input_type: Some(input),
            output_type: Some(output),
            options: (!options.uninterpreted_option.is_empty()).then_some(options),
            client_streaming,
            server_streaming,
        })
    }

    /// `(stream Message)`, and the numbers of its two parts.
    fn message_of_method(&mut self, ty: i32, stream: i32) -> Parse<(String, Option<bool>)> {
        self.expect("(")?;
        let word: Option<Range<usize>> = match self.is("stream") && !self.is_at(1, ")") {
            true => self.eat("stream").map(|word| word.span()),
            false => None,
        };
        let (name, span) = self.type_name()?;
        self.expect(")")?;
        self.locate(&[ty], &span);
        if let Some(word) = &word {
            self.locate(&[stream], word);
        }
        Ok((name, word.map(|_| true)))
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn methods_may_stream() {
        let file = check(
            "service S { option (a) = 1; rpc A(M) returns (stream .b.N); rpc B (stream M) returns (stream) { option deprecated = true; }; }",
        );
        let service = &file.service[0];
        assert_eq!(
            (
                service.method[0].server_streaming,
                service.method[0].output_type()
            ),
            (Some(true), ".b.N")
        );
        assert_eq!(
            (
                service.method[1].client_streaming,
                service.method[1].output_type()
            ),
            (Some(true), "stream")
        );
        assert!(service.method[1].options.is_some());
        assert_eq!(
            mistakes("service S { rpc A(M) (N); message M {} }"),
            [
                "( | expected `returns`, but found `(` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
                "message | expected `rpc`, `option` or `}`, but found `message` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
            ]
        );
    }
}
