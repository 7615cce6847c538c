//! The verbs for data: `convert` and `inspect`.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use everwire::stream::Framing as Framed;
use everwire::{Wire, schema::Dialect};

use super::arguments::Json;
use super::files::{Input, Output};
use super::run::Outcome;
use crate::data::convert::{self, Conversion};
use crate::data::{self, Carrier, Frame, Known, Stop, Typed};
use crate::options::Options;
use crate::render::Failure;

/// Which type the data has.
#[derive(Debug, Args)]
struct Of {
    /// `.proto` files, Rust files, or directories of both
    #[arg(long, value_name = "PATH")]
    schema: Vec<PathBuf>,

    /// A `FileDescriptorSet` of another compiler, with all imports
    #[arg(long, value_name = "FILE")]
    descriptors: Vec<PathBuf>,

    /// A lock in their place
    #[arg(long, value_name = "FILE", conflicts_with_all = ["schema", "descriptors"])]
    lock: Option<PathBuf>,

    /// The generation of the lock that wrote the data, by number or label; the newest by default, and of an envelope the one that it says
    #[arg(long, value_name = "GENERATION", requires = "lock", conflicts_with_all = ["schema", "descriptors"])]
    generation: Option<String>,

    /// A directory in which imports are found, besides the schemas
    #[arg(short = 'I', long, value_name = "DIR")]
    include: Vec<PathBuf>,

    /// The type's full name; envelopes tell it themselves
    #[arg(long = "type", value_name = "NAME")]
    name: Option<String>,
}

/// `convert`.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    #[command(flatten)]
    of: Of,

    /// What is read
    #[arg(long, value_name = "WIRE")]
    from: From,

    /// What is written
    #[arg(long, value_name = "WIRE")]
    to: To,

    /// How records are told apart, on both sides
    #[arg(long, value_name = "FRAMING", default_value = "single")]
    framing: Framing,

    /// How records that are read are told apart
    #[arg(long, value_name = "FRAMING")]
    from_framing: Option<Framing>,

    /// How records that are written are told apart
    #[arg(long, value_name = "FRAMING")]
    to_framing: Option<Framing>,

    /// The JSON that is written; the type's own by default
    #[arg(long, value_name = "DIALECT")]
    json: Option<Json>,

    /// Tell of records that cannot be converted, and go on
    #[arg(long)]
    keep_going: bool,

    /// The file to read; stdin by default
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,

    /// The file to write; stdout by default
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// `inspect`.
#[derive(Debug, Args)]
pub(crate) struct Inspect {
    #[command(flatten)]
    of: Of,

    /// What is read
    #[arg(long, value_name = "WIRE")]
    from: From,

    /// How records are told apart
    #[arg(long, value_name = "FRAMING", default_value = "single")]
    framing: Framing,

    /// The file to read; stdin by default
    #[arg(value_name = "FILE")]
    input: Option<PathBuf>,
}

/// What data is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum From {
    /// protobuf
    Protobuf,
    /// MessagePack
    Msgpack,
    /// JSON of either dialect
    Json,
    /// What `everwire::seal` makes, on any wire
    Envelope,
}

/// What data is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// protobuf
    Protobuf,
    /// MessagePack
    Msgpack,
    /// JSON
    Json,
}

/// How records are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Framing {
    /// There is one record, which is all
    Single,
    /// The length of each stands before it, as a varint
    Delimited,
    /// Each is a line of JSON
    Lines,
}

impl From {
    fn carrier(self) -> Carrier {
        match self {
            From::Protobuf => Carrier::Wire(Wire::Protobuf),
            From::Msgpack => Carrier::Wire(Wire::MsgPack),
            From::Json => Carrier::Wire(Wire::Json),
            From::Envelope => Carrier::Envelope,
        }
    }
}

impl To {
    fn wire(self) -> Wire {
        match self {
            To::Protobuf => Wire::Protobuf,
            To::Msgpack => Wire::MsgPack,
            To::Json => Wire::Json,
        }
    }
}

impl Framing {
    fn frame(self) -> Frame {
        match self {
            Framing::Single => Frame::Single,
            Framing::Delimited => Frame::Many(Framed::Length),
            Framing::Lines => Frame::Many(Framed::Line),
        }
    }
}

/// Refuses lines of what is not text, before anything is read; `option` says how records are told apart.
fn check_lines(wire: &impl ValueEnum, framing: Framing, option: &str) -> Result<(), Failure> {
    let name = wire.to_possible_value();
    let name = name.as_ref().map_or("", |value| value.get_name());
    if framing != Framing::Lines || name == "json" {
        return Ok(());
    }
    Err(Failure::run(
        format!("records of `{name}` are no lines, which only those of `json` are"),
        format!("tell them apart otherwise: `{option} delimited`"),
    ))
}

impl Of {
    fn known(&self) -> Result<Known, Failure> {
        if let Some(lock) = &self.lock {
            return Known::locked(lock, self.generation.as_deref());
        }
        if self.schema.is_empty() && self.descriptors.is_empty() {
            return Err(Failure::run(
                "nothing tells the type of the data",
                "name its source, `--schema schemas/`, a lock, `--lock everwire.lock`, or `--descriptors set.bin`",
            ));
        }
        let options = Options {
            includes: self.include.clone(),
            descriptors: self.descriptors.clone(),
            ..Options::default()
        };
        Known::read(&options, &self.schema)
    }

    fn typed<'k>(
        &self,
        known: &'k Known,
        from: From,
        json: Option<Dialect>,
    ) -> Result<Typed<'k>, Failure> {
        let schema = match &self.name {
            Some(name) => Some(known.schema(name, json)?),
            None if from == From::Envelope => None,
            None => {
                let help = "name it: `--type shop.v1.Order`";
                return Err(Failure::run("there is no type to read the data by", help));
            }
        };
        Ok(Typed {
            known,
            schema,
            json,
        })
    }
}

/// Converts data.
pub(super) fn convert(arguments: &Convert) -> Result<Outcome, Failure> {
    let json = arguments.json.map(|json| match json {
        Json::Native => Dialect::Native,
        Json::Proto => Dialect::Proto,
    });
    let from_framing = arguments.from_framing.unwrap_or(arguments.framing);
    let to_framing = arguments.to_framing.unwrap_or(arguments.framing);
    check_lines(&arguments.from, from_framing, "--from-framing")?;
    check_lines(&arguments.to, to_framing, "--to-framing")?;
    let known = arguments.of.known()?;
    let typed = arguments.of.typed(&known, arguments.from, json)?;
    let conversion = Conversion {
        from: arguments.from.carrier(),
        to: arguments.to.wire(),
        from_frame: from_framing.frame(),
        to_frame: to_framing.frame(),
        keeps_going: arguments.keep_going,
    };
    let input = Input::open(arguments.input.as_ref())?;
    let mut output = Output::create(arguments.output.as_ref())?;
    let is_shown = arguments.output.is_none() && io::stdout().is_terminal();
    let progress = input.progress(is_shown);
    let read = progress.wrap_read(input.inner);
    let told = |refused: &str| {
        progress.suspend(|| {
            let _ = writeln!(io::stderr(), "error: {refused}");
        });
    };
    let buffered = BufWriter::new(&mut output);
    let converted = convert::convert(&conversion, &typed, read, buffered, told);
    progress.finish_and_clear();
    let converted = match converted {
        Ok(converted) => converted,
        Err(stop) => return stopped(stop),
    };
    output.keep()?;
    let mut outcome = Outcome {
        code: u8::from(converted.refused > 0),
        ..Outcome::default()
    };
    if converted.dropped > 0 {
        outcome.notes = format!(
            "note: {} unknown fields were dropped, since they never cross wires\n",
            converted.dropped
        );
    }
    Ok(outcome)
}

/// Shows data.
pub(super) fn inspect(arguments: &Inspect) -> Result<Outcome, Failure> {
    check_lines(&arguments.from, arguments.framing, "--framing")?;
    let known = arguments.of.known()?;
    let typed = arguments.of.typed(&known, arguments.from, None)?;
    let input = Input::open(arguments.input.as_ref())?;
    let output = BufWriter::new(io::stdout());
    let (carrier, frame) = (arguments.from.carrier(), arguments.framing.frame());
    match data::inspect::inspect(carrier, frame, &typed, input.inner, output) {
        Ok(broken) => Ok(Outcome {
            code: u8::from(broken > 0),
            ..Outcome::default()
        }),
        Err(stop) => stopped(stop),
    }
}

/// What a run that stopped tells: who reads the output may have seen enough; a record that is wrong is a finding.
fn stopped(stop: Stop) -> Result<Outcome, Failure> {
    match stop {
        Stop::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::default()),
        Stop::Io(error) => Err(Failure::run(
            error,
            "see that the input can be read and the output written",
        )),
        Stop::Record(text) => Ok(Outcome {
            code: 1,
            notes: format!("error: {text}\n"),
            ..Outcome::default()
        }),
    }
}
