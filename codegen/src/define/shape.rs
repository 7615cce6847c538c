//! The type of a value, from the tokens that its declaration has.

use everwire::dynamic::{Definition, Member, Shape, What};
use everwire::schema::Int;
use proc_macro2::{TokenStream, TokenTree};
use syn::{GenericArgument, GenericParam, PathArguments, Type};

use super::known::{self, Known};
use super::make::Make;
use super::names::Space;
use super::resolve::{RUNTIME, Target, is_known, segments};
use super::tree::{ItemId, ModuleId};
use super::unresolved::Why;

/// What a type is on the wires.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) shape: Shape,
    /// The item whose schema is the type's, if it is one of the project.
    pub(super) item: Option<ItemId>,
    /// Whether it is `u8`, a sequence of which is bytes.
    is_byte: bool,
    /// Of an `Option`, what it holds.
    inner: Option<Box<Held>>,
}

impl Held {
    fn new(shape: Shape) -> Self {
        Held {
            shape,
            item: None,
            is_byte: false,
            inner: None,
        }
    }

    /// A type that has the schema of an item.
    pub(super) fn of(shape: Shape, item: ItemId) -> Self {
        Held {
            item: Some(item),
            ..Held::new(shape)
        }
    }

    /// The type of what holds this alone.
    pub(super) fn behind(self) -> Self {
        Held {
            is_byte: false,
            ..self
        }
    }

    /// The type without an `Option` around it.
    pub(super) fn present(self) -> Self {
        match self.inner {
            Some(inner) => *inner,
            None => self,
        }
    }

    /// The type of a sequence of these.
    fn list(self) -> Shape {
        match self.is_byte {
            true => Shape::Bytes,
            false => Shape::List(Box::new(self.shape)),
        }
    }
}

/// How deep types may nest in one another, and newtypes hold each other.
const DEPTH: usize = 128;

/// Where a type is written.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    /// The item that it is a part of.
    pub(super) item: ItemId,
    pub(super) module: ModuleId,
    /// The path of the runtime, as the item has it.
    pub(super) runtime: &'a TokenStream,
    /// What the parameters of an alias are.
    given: &'a [(syn::Ident, Held)],
    depth: usize,
}

impl<'a> Here<'a> {
    pub(super) fn new(item: ItemId, module: ModuleId, runtime: &'a TokenStream) -> Self {
        Here {
            item,
            module,
            runtime,
            given: &[],
            depth: DEPTH,
        }
    }

    fn deeper(self) -> Result<Self, Why> {
        let depth = self.depth.checked_sub(1);
        let depth = depth.ok_or_else(|| Why::new("its type is too deep, or holds itself"))?;
        Ok(Here { depth, ..self })
    }
}

impl Make<'_> {
    /// What the functions of `with` make of a field, where they are those of the runtime's module `serde`.
    pub(super) fn converted(&self, here: Here<'_>, with: &TokenStream) -> Result<Held, Why> {
        let held = syn::parse2::<Type>(quote::quote!(#with::Foreign<()>));
        match held.map(|ty| self.ty(here, &ty)) {
            Ok(Ok(held)) if matches!(held.shape, Shape::Opaque) => Ok(held),
            _ => Err(Why::new(
                "the functions of `with` decide what it is on the wires",
            )),
        }
    }

    /// The type that tokens are.
    pub(super) fn held(&self, here: Here<'_>, tokens: &TokenStream) -> Result<Held, Why> {
        match syn::parse2::<Type>(tokens.clone()) {
            Ok(ty) => self.ty(here, &ty),
            Err(_) => Err(Why::new(format!("`{tokens}` is not a type"))),
        }
    }

    fn ty(&self, here: Here<'_>, ty: &Type) -> Result<Held, Why> {
        let here = here.deeper()?;
        match ty {
            Type::Group(group) => self.ty(here, &group.elem),
            Type::Paren(paren) => self.ty(here, &paren.elem),
            Type::Reference(reference) => Ok(self.ty(here, &reference.elem)?.behind()),
            Type::Slice(slice) => Ok(Held::new(self.ty(here, &slice.elem)?.list())),
            Type::Array(array) => {
                let len = self.length(here, &array.len)?;
                let list = self.ty(here, &array.elem)?.list();
                Ok(Held::new(Shape::Fixed(Box::new(list), len)))
            }
            Type::Tuple(tuple) if tuple.elems.is_empty() => Ok(Held::new(Shape::Unit)),
            Type::Tuple(tuple) => {
                let elements = tuple.elems.iter().map(|one| Ok(self.ty(here, one)?.shape));
                self.tuple(elements.collect::<Result<_, Why>>()?)
            }
            Type::Path(path) if path.qself.is_none() => self.path(here, &path.path),
            Type::Macro(_) => Err(Why::new("a macro makes its type")),
            _ => Err(Why::new("its type is none that is declared")),
        }
    }

    fn path(&self, here: Here<'_>, path: &syn::Path) -> Result<Held, Why> {
        if path.is_ident("Self") {
            return self.type_of(here.item);
        }
        let mut given = here.given.iter();
        if let Some((_, held)) = given.find(|(name, _)| path.is_ident(name)) {
            return Ok(held.clone());
        }
        let target = match self.of_runtime(here, path) {
            Some(target) => target,
            None => self.tree.resolve(here.module, path)?,
        };
        let known = match target {
            Target::Item(item) => {
                let is_generic = arguments(path).next().is_some();
                return match is_generic {
                    true => Err(Why::new(format!(
                        "`{}` is an instance of a generic type",
                        spelled(path)
                    ))),
                    false => self.type_of(item).map_err(|_| self.left_out(item)),
                };
            }
            Target::Alias(module, alias) => return self.alias(here, module, alias, path),
            Target::Module(_) => {
                return Err(Why::new(format!("`{}` is a module", spelled(path))));
            }
            Target::Const(..) => {
                return Err(Why::new(format!("`{}` is a constant", spelled(path))));
            }
            Target::Plain(why) => return Err(why.clone()),
            Target::Unknown(why) => return Err(why),
            Target::Foreign(path) => known::of(&path).ok_or_else(|| foreign(&path))?,
        };
        let mut arguments = arguments(path).map(|ty| self.ty(here, ty));
        let mut argument = || arguments.next().unwrap_or_else(|| Err(lacks(path)));
        Ok(match known {
            Known::Int(Int::U8) => Held {
                is_byte: true,
                ..Held::new(Shape::Int(Int::U8))
            },
            Known::Bool => Held::new(Shape::Bool),
            Known::Int(int) => Held::new(Shape::Int(int)),
            Known::Float32 => Held::new(Shape::Float32),
            Known::Float64 => Held::new(Shape::Float64),
            Known::Char => Held::new(Shape::Char),
            Known::String => Held::new(Shape::String),
            Known::Bytes => Held::new(Shape::Bytes),
            Known::Uuid => Held::new(Shape::Uuid),
            Known::Duration => Held::new(Shape::Duration),
            Known::Timestamp => Held::new(Shape::Timestamp),
            Known::Opaque => Held::new(Shape::Opaque),
            Known::Option => {
                let inner = argument()?;
                Held {
                    inner: Some(Box::new(inner.clone())),
                    ..Held::new(Shape::Option(Box::new(inner.shape)))
                }
            }
            Known::Pointer => argument()?.behind(),
            Known::Vec => Held::new(argument()?.list()),
            Known::List => Held::new(Shape::List(Box::new(argument()?.shape))),
            Known::Map => {
                let (key, value) = (argument()?.shape, argument()?.shape);
                Held::new(Shape::Map(Box::new(key), Box::new(value)))
            }
            Known::SmallVec => match argument()?.shape {
                Shape::Fixed(list, _) => Held::new(*list),
                _ => return Err(Why::new(format!("`{}` is no list", spelled(path)))),
            },
            Known::DateTime => match self.zone(here, path)? {
                Known::Utc => Held::new(Shape::Timestamp),
                _ => Held::new(Shape::String),
            },
            Known::Utc | Known::FixedOffset => {
                return Err(Why::new(format!("`{}` is no value", spelled(path))));
            }
            Known::OfRuntime(own) => {
                let definitions = known::definitions(own);
                let name = definitions.first().map(Definition::full_name);
                self.bring(definitions);
                Held::new(Shape::Named(name.unwrap_or_default()))
            }
            Known::UnknownFields => return Err(Why::new("`UnknownFields` is no value")),
        })
    }

    /// The zone of a `DateTime`.
    fn zone(&self, here: Here<'_>, path: &syn::Path) -> Result<Known, Why> {
        let zone = match arguments(path).next() {
            Some(Type::Path(zone)) => self.tree.resolve(here.module, &zone.path)?,
            _ => return Err(lacks(path)),
        };
        match zone {
            Target::Foreign(zone) => match known::of(&zone) {
                Some(known @ (Known::Utc | Known::FixedOffset)) => Ok(known),
                _ => Err(foreign(&zone)),
            },
            _ => Err(Why::new(format!(
                "`{}` has a zone of its own",
                spelled(path)
            ))),
        }
    }

    /// The type that a `type` is, with the arguments that a path gives it.
    fn alias(
        &self,
        here: Here<'_>,
        module: ModuleId,
        alias: &syn::ItemType,
        path: &syn::Path,
    ) -> Result<Held, Why> {
        let mut arguments = arguments(path);
        let mut given = Vec::new();
        for param in &alias.generics.params {
            let param = match param {
                GenericParam::Lifetime(_) => continue,
                GenericParam::Type(param) => param,
                GenericParam::Const(_) => {
                    return Err(Why::new(format!(
                        "`{}` has constants as parameters",
                        alias.ident
                    )));
                }
            };
            let held = match (arguments.next(), &param.default) {
                (Some(argument), _) => self.ty(here, argument)?,
                (None, Some((_, default))) => {
                    let given = given.as_slice();
                    self.ty(
                        Here {
                            module,
                            given,
                            ..here
                        },
                        default,
                    )?
                }
                (None, None) => return Err(lacks(path)),
            };
            given.push((param.ident.clone(), held));
        }
        let given = given.as_slice();
        self.ty(
            Here {
                module,
                given,
                ..here
            },
            &alias.ty,
        )
    }

    /// What a path means that begins with the item's own path of the runtime.
    fn of_runtime<'t>(&self, here: Here<'_>, path: &syn::Path) -> Option<Target<'t>> {
        let runtime = here.runtime.clone().into_iter();
        let runtime: Vec<_> = runtime
            .filter_map(|token| match token {
                TokenTree::Ident(name) => Some(name),
                _ => None,
            })
            .collect();
        let begins = runtime.len() < path.segments.len()
            && runtime
                .iter()
                .zip(&path.segments)
                .all(|(one, other)| *one == other.ident);
        let rest = path.segments.iter().skip(runtime.len());
        let rest = rest.map(|part| part.ident.to_string());
        let whole = std::iter::once(RUNTIME.to_owned()).chain(rest);
        begins.then(|| Target::Foreign(whole.collect()))
    }

    /// The length of an array: a number, or a constant that is one.
    fn length(&self, here: Here<'_>, len: &syn::Expr) -> Result<usize, Why> {
        let here = here.deeper()?;
        match len {
            syn::Expr::Group(group) => self.length(here, &group.expr),
            syn::Expr::Paren(paren) => self.length(here, &paren.expr),
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Int(number),
                ..
            }) => number
                .base10_parse()
                .map_err(|_| Why::new(format!("`{number}` is not the length of an array"))),
            syn::Expr::Path(path) if path.qself.is_none() => {
                let path = segments(&path.path);
                match self.tree.look(here.module, &path, Space::Values)? {
                    Some(Target::Const(module, value)) => {
                        self.length(Here { module, ..here }, value)
                    }
                    _ => Err(Why::new(format!(
                        "`{}` is no constant of the sources",
                        path.join("::")
                    ))),
                }
            }
            _ => Err(Why::new("an expression is the length of its array")),
        }
    }

    fn tuple(&self, elements: Vec<Shape>) -> Result<Held, Why> {
        if elements.len() > 12 {
            return Err(Why::new("a tuple has at most 12 elements"));
        }
        let members = (1..).zip(&elements);
        let members = members.map(|(n, shape)| Member::new(n, format!("f{n}"), shape.clone()));
        let mut tuple = Definition::new("tuple", What::Message(members.collect()));
        tuple.arguments = elements;
        tuple.is_tuple = true;
        let name = tuple.full_name();
        self.bring(vec![tuple]);
        Ok(Held::new(Shape::Named(name)))
    }
}

/// The types among the arguments of a path's last segment.
fn arguments(path: &syn::Path) -> impl Iterator<Item = &Type> {
    let last = path.segments.last().map(|last| &last.arguments);
    let arguments = match last {
        Some(PathArguments::AngleBracketed(arguments)) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten().filter_map(|one| match one {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn lacks(path: &syn::Path) -> Why {
    Why::new(format!("`{}` lacks an argument", spelled(path)))
}

fn foreign(path: &[String]) -> Why {
    let shown = path.join("::");
    Why::new(match path.first() {
        Some(first) if is_known(first) => {
            format!("`{shown}` is a type that Everwire does not know")
        }
        _ => format!("`{shown}` is of another crate, or not found"),
    })
}

fn spelled(path: &syn::Path) -> String {
    let parts: Vec<_> = path
        .segments
        .iter()
        .map(|part| part.ident.to_string())
        .collect();
    parts.join("::")
}
