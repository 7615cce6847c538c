//! What a file holds: its syntax, package and imports, and its declarations.

use prost_reflect::prost_types::{FileDescriptorProto, FileOptions};

use super::lex::{Kind, Token};
use super::mistake::{Mistake, Parse};
use super::{Parser, index};
use crate::source::features::Edition;

impl<'a> Parser<'a> {
    /// The whole file.
    pub(super) fn file(&mut self, name: &str) -> FileDescriptorProto {
        let start = self.peek().start;
        let mut file = FileDescriptorProto {
            name: Some(name.to_owned()),
            ..FileDescriptorProto::default()
        };
        if (self.is("syntax") || self.is("edition")) && self.syntax(&mut file).is_err() {
            self.recover();
        }
        let mut package = None;
        while self.peek().kind != Kind::End {
            if self.eat(";").is_some() {
                continue;
            }
            if self.statement(&mut file, &mut package).is_err() {
                self.recover();
                self.eat("}");
            }
        }
        self.locate(&[], &(start..self.last_end().max(start)));
        file
    }

    fn syntax(&mut self, file: &mut FileDescriptorProto) -> Parse<()> {
        let mut begun = self.begin();
        let word = self.bump();
        self.expect("=")?;
        let (value, span) = self.text("a string")?;
        match (self.text_of(word), value.as_str()) {
            ("syntax", "proto2") => self.edition = Edition::Proto2,
            ("syntax", "proto3") => {
                self.edition = Edition::Proto3;
                file.syntax = Some(value);
            }
            ("syntax", _) => {
                let help =
                    "write `syntax = \"proto3\";`, `syntax = \"proto2\";` or `edition = \"2023\";`";
                self.note(span, format!("unknown syntax `{value}`"), help);
            }
            _ => match Edition::new(&value) {
                Some(edition) => self.edition = edition,
                None => {
                    let help = "write `edition = \"2023\";` or `edition = \"2024\";`";
                    self.note(span, format!("unknown edition `{value}`"), help);
                }
            },
        }
        self.head_end(&mut begun, ";")?;
        self.within(&[12], |parser| parser.declare(begun));
        Ok(())
    }

    fn statement(
        &mut self,
        file: &mut FileDescriptorProto,
        package: &mut Option<Token>,
    ) -> Parse<()> {
        match self.keyword() {
            "package" => self.package(file, package),
            "import" => self.import(file),
            "option" => {
                let options = file.options.get_or_insert_with(FileOptions::default);
                self.within(&[8], |parser| {
                    parser.option_statement(&mut options.uninterpreted_option)
                })
            }
            "message" => self.within(&[4, index(file.message_type.len())], |parser| {
                file.message_type.push(parser.message()?);
                Ok(())
            }),
            "enum" => self.within(&[5, index(file.enum_type.len())], |parser| {
                file.enum_type.push(parser.enumeration()?);
                Ok(())
            }),
            "service" => self.within(&[6, index(file.service.len())], |parser| {
                file.service.push(parser.service()?);
                Ok(())
            }),
            "extend" => self.extend(7, &mut file.extension, 4, &mut file.message_type),
            "syntax" | "edition" => {
                let word = self.bump();
                let message = format!("`{}` stands behind other statements", self.text_of(word));
                let help = "move it to the beginning of the file";
                Err(self.stop(Mistake::new(word.span(), message, help)))
            }
            _ => Err(self.unexpected(
                "`enum`, `extend`, `import`, `message`, `option`, `service`, `package` or `;`",
            )),
        }
    }

    /// The word that a statement begins with, behind its visibility.
    pub(super) fn keyword(&self) -> &'a str {
        self.text_of(self.peek_at(usize::from(self.is_visibility())))
    }

    /// Takes `export` or `local` before a message or an enum, which changes nothing here.
    pub(super) fn visibility(&mut self) {
        if !self.is_visibility() {
            return;
        }
        let word = self.bump();
        if self.edition < Edition::Edition2024 {
            let message = format!("`{}` is of edition 2024", self.text_of(word));
            let help = "remove it, or begin the file with `edition = \"2024\";`";
            self.note(word.span(), message, help);
        }
    }

    fn is_visibility(&self) -> bool {
        (self.is("export") || self.is("local"))
            && (self.is_at(1, "message") || self.is_at(1, "enum"))
            && self.peek_at(2).kind == Kind::Name
    }

    fn package(
        &mut self,
        file: &mut FileDescriptorProto,
        package: &mut Option<Token>,
    ) -> Parse<()> {
        let mut begun = self.begin();
        let word = self.bump();
        let (name, _) = self.full_name("a package name")?;
        self.head_end(&mut begun, ";")?;
        match package {
            Some(first) => {
                let help = "remove one of the two";
                let mistake = Mistake::new(word.span(), "the file has two packages", help);
                let mistake = mistake.label("the second").also(first.span(), "the first");
                self.mistakes.push(mistake);
            }
            None => *package = Some(word),
        }
        file.package = Some(name);
        self.within(&[2], |parser| parser.declare(begun));
        Ok(())
    }

    fn import(&mut self, file: &mut FileDescriptorProto) -> Parse<()> {
        let mut begun = self.begin();
        self.bump();
        let at = index(file.dependency.len());
        if let Some(word) = self.eat("public") {
            self.locate(&[10, index(file.public_dependency.len())], &word.span());
            file.public_dependency.push(at);
        } else if let Some(word) = self.eat("weak") {
            self.locate(&[11, index(file.weak_dependency.len())], &word.span());
            file.weak_dependency.push(at);
        } else if let Some(word) = self.eat("option")
            && self.edition < Edition::Edition2024
        {
            let help = "remove `option`, or begin the file with `edition = \"2024\";`";
            self.note(word.span(), "`import option` is of edition 2024", help);
        }
        let (name, span) = self.text("a string")?;
        let is_strange =
            name.contains('\\') || name.split('/').any(|part| matches!(part, "" | "." | ".."));
        if is_strange {
            let help = "write the path from an include directory, with `/` between its parts";
            self.note(span, format!("`{name}` is no name of a file"), help);
        }
        self.head_end(&mut begun, ";")?;
        file.dependency.push(name);
        self.within(&[3, at], |parser| parser.declare(begun));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn a_file_has_syntax_package_and_imports() {
        let file = check(
            "syntax = 'proto' \"3\"; package a.b; import \"x.proto\"; import public \"y/z.proto\"; import weak \"w.proto\"; ;",
        );
        assert_eq!(
            (file.syntax(), file.package(), file.dependency.len()),
            ("proto3", "a.b", 3)
        );
        assert_eq!(
            (file.public_dependency, file.weak_dependency),
            (vec![1], vec![2])
        );
        let file = check(
            "edition = \"2024\"; import option \"o.proto\"; export message M { local enum E { A = 0; } local message = 1; } message local {}",
        );
        assert_eq!(file.syntax, None);
        assert_eq!(file.message_type[0].field[0].type_name(), "local");
        assert_eq!(file.message_type[0].enum_type[0].name(), "E");
    }

    #[test]
    fn mistakes_of_files_are_told() {
        assert_eq!(
            mistakes(
                "syntax = \"proto4\"; package a; package b; import \"../c\"; local message M {} message N {} }"
            ),
            [
                "\"proto4\" | unknown syntax `proto4` | write `syntax = \"proto3\";`, `syntax = \"proto2\";` or `edition = \"2023\";`",
                "package | the file has two packages | remove one of the two",
                "\"../c\" | `../c` is no name of a file | write the path from an include directory, with `/` between its parts",
                "local | `local` is of edition 2024 | remove it, or begin the file with `edition = \"2024\";`",
                "} | expected `enum`, `extend`, `import`, `message`, `option`, `service`, `package` or `;`, but found `}` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
            ]
        );
        assert_eq!(
            mistakes("edition = \"2022\"; syntax = \"proto3\";"),
            [
                "\"2022\" | unknown edition `2022` | write `edition = \"2023\";` or `edition = \"2024\";`",
                "syntax | `syntax` stands behind other statements | move it to the beginning of the file",
            ]
        );
    }
}
