//! quick-protobuf's types, once with `Cow` and once without.
//!
//! pb-rs drops the presence of proto3's `optional`, reads neither options nor imports of them, and keeps presence in proto2; so it is given
//! the same messages in proto2, where a field without presence has its zero as the default.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use prost_types::field_descriptor_proto::{Label, Type};
use prost_types::{DescriptorProto, FieldDescriptorProto, FileDescriptorProto, FileDescriptorSet};

pub fn compile(files: &FileDescriptorSet, out: &Path) -> Result<(), Box<dyn Error>> {
    for (folder, owned) in [("quick", false), ("quick_owned", true)] {
        let out = out.join(folder);
        std::fs::create_dir_all(&out)?;
        let mut modules = String::new();
        for file in &files.file {
            let module = file.package().replace('.', "_");
            let schema = out.join(format!("{module}.proto"));
            std::fs::write(&schema, proto2(file)?)?;
            let output = out.join(format!("{module}.rs"));
            let config = pb_rs::ConfigBuilder::new(&[&schema], Some(&&output), None, &[&out])?
                .single_module(true)
                .headers(false)
                .dont_use_cow(owned);
            pb_rs::types::FileDescriptor::run(&config.build())?;
            if owned {
                without_lifetimes(file, &output)?;
            }
            writeln!(modules, "pub mod {module} {{ include!({output:?}); }}")?;
        }
        std::fs::write(out.join("mod.rs"), modules)?;
    }
    Ok(())
}

/// Repairs what pb-rs writes without `Cow` where a message has packed floats: a lifetime that the message does not have.
fn without_lifetimes(file: &FileDescriptorProto, output: &Path) -> std::io::Result<()> {
    let mut code = std::fs::read_to_string(output)?;
    for message in &file.message_type {
        code = code.replace(&format!("{}<'a>", message.name()), message.name());
    }
    std::fs::write(output, code)
}

/// The schema as proto2.
fn proto2(file: &FileDescriptorProto) -> Result<String, std::fmt::Error> {
    let mut text = String::from("syntax = \"proto2\";\n");
    for message in &file.message_type {
        writeln!(text, "message {} {{", message.name())?;
        for field in &message.field {
            if field.oneof_index.is_none() || field.proto3_optional() {
                writeln!(text, "  {}", declaration(file, message, field))?;
            }
        }
        for (index, oneof) in message.oneof_decl.iter().enumerate() {
            let members: Vec<_> = message
                .field
                .iter()
                .filter(|field| {
                    field.oneof_index == i32::try_from(index).ok() && !field.proto3_optional()
                })
                .collect();
            if !members.is_empty() {
                writeln!(text, "  oneof {} {{", oneof.name())?;
                for field in members {
                    writeln!(
                        text,
                        "    {} {} = {};",
                        ty(field),
                        field.name(),
                        field.number()
                    )?;
                }
                writeln!(text, "  }}")?;
            }
        }
        writeln!(text, "}}")?;
    }
    for declared in &file.enum_type {
        writeln!(text, "enum {} {{", declared.name())?;
        for value in &declared.value {
            writeln!(text, "  {} = {};", value.name(), value.number())?;
        }
        writeln!(text, "}}")?;
    }
    Ok(text)
}

fn declaration(
    file: &FileDescriptorProto,
    message: &DescriptorProto,
    field: &FieldDescriptorProto,
) -> String {
    let (name, number) = (field.name(), field.number());
    let entry = message.nested_type.iter().find(|nested| {
        field
            .type_name()
            .ends_with(&format!(".{}.{}", message.name(), nested.name()))
    });
    if let Some(entry) = entry {
        return format!(
            "map<{}, {}> {name} = {number};",
            ty(&entry.field[0]),
            ty(&entry.field[1])
        );
    }
    let ty_name = ty(field);
    if field.label() == Label::Repeated {
        let packed = match field.r#type() {
            Type::String | Type::Bytes | Type::Message => "",
            _ => " [packed = true]",
        };
        return format!("repeated {ty_name} {name} = {number}{packed};");
    }
    if field.proto3_optional() || field.r#type() == Type::Message {
        return format!("optional {ty_name} {name} = {number};");
    }
    format!(
        "optional {ty_name} {name} = {number} [default = {}];",
        zero(file, field)
    )
}

/// The field's type as a schema spells it.
fn ty(field: &FieldDescriptorProto) -> String {
    match field.r#type() {
        Type::Message | Type::Enum => field
            .type_name()
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_owned(),
        scalar => scalar
            .as_str_name()
            .trim_start_matches("TYPE_")
            .to_lowercase(),
    }
}

/// The default that stands for absence.
fn zero(file: &FileDescriptorProto, field: &FieldDescriptorProto) -> String {
    match field.r#type() {
        Type::String | Type::Bytes => "\"\"".to_owned(),
        Type::Bool => "false".to_owned(),
        Type::Float | Type::Double => "0.0".to_owned(),
        Type::Enum => file
            .enum_type
            .iter()
            .find(|declared| {
                field
                    .type_name()
                    .ends_with(&format!(".{}", declared.name()))
            })
            .and_then(|declared| declared.value.first())
            .map(|value| value.name().to_owned())
            .unwrap_or_default(),
        _ => "0".to_owned(),
    }
}
