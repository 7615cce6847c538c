//! What a route was told by [`negotiate`](super::negotiate()).

use std::sync::{Arc, LazyLock};

use core::any::Any;
use core::fmt;

use http::Extensions;

use crate::{Options, Wire};

/// What a route takes and gives, and how. Requests carry it where it is not the default.
#[derive(Clone)]
pub(super) struct Settings {
    /// The best first.
    pub(super) wires: &'static [Wire],
    pub(super) mirror: bool,
    pub(super) fallback: Option<Wire>,
    options: Options<'static>,
    context: Option<Arc<dyn Held>>,
    /// Whether anything was said that reading a request needs.
    is_told: bool,
}

/// A value that options are given as their context.
trait Held: Send + Sync {
    fn give<'a>(&'a self, options: Options<'a>) -> Options<'a>;
}

impl<T: Any + Send + Sync> Held for T {
    fn give<'a>(&'a self, options: Options<'a>) -> Options<'a> {
        options.context(self)
    }
}

static DEFAULT: LazyLock<Arc<Settings>> = LazyLock::new(|| Arc::new(Settings::DEFAULT));

impl Settings {
    /// What is offered where nothing was said: what people read, what is small, what is common.
    const WIRES: &'static [Wire] = &[Wire::Json, Wire::MsgPack, Wire::Protobuf];

    pub(super) const DEFAULT: Self = Self {
        wires: Self::WIRES,
        mirror: true,
        fallback: None,
        options: Options::new(),
        context: None,
        is_told: false,
    };

    /// Those of a route that was told nothing.
    pub(super) fn shared() -> Arc<Self> {
        Arc::clone(&DEFAULT)
    }

    /// Those that a request carries.
    pub(super) fn of(extensions: &Extensions) -> Arc<Self> {
        extensions.get().cloned().unwrap_or_else(Self::shared)
    }

    pub(super) fn set_wires(&mut self, wires: &'static [Wire]) {
        self.wires = if wires.is_empty() { Self::WIRES } else { wires };
        self.is_told = true;
    }

    pub(super) fn set_mirror(&mut self, mirror: bool) {
        self.mirror = mirror;
        self.is_told = true;
    }

    pub(super) fn set_fallback(&mut self, wire: Wire) {
        self.fallback = Some(wire);
        self.is_told = true;
    }

    pub(super) fn set_options(&mut self, options: Options<'static>) {
        self.options = options;
        self.is_told = true;
    }

    pub(super) fn set_context(&mut self, context: Arc<impl Any + Send + Sync>) {
        self.context = Some(context);
        self.is_told = true;
    }

    /// Lets a request carry them. One that a layer further out told something is told anew.
    pub(super) fn attach(self: &Arc<Self>, extensions: &mut Extensions) {
        if self.is_told || extensions.get::<Arc<Self>>().is_some() {
            extensions.insert(Arc::clone(self));
        }
    }

    pub(super) fn options(&self) -> Options<'_> {
        match &self.context {
            Some(held) => (**held).give(self.options),
            None => self.options,
        }
    }

    /// The wires by their media types, as `Accept` has them.
    pub(super) fn media_types(&self) -> String {
        let all: Vec<_> = self.wires.iter().map(|wire| wire.content_type()).collect();
        all.join(", ")
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("wires", &self.wires)
            .field("mirror", &self.mirror)
            .field("fallback", &self.fallback)
            .field("options", &self.options)
            .field("has_context", &self.context.is_some())
            .finish()
    }
}
