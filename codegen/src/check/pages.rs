//! The pages of what a check finds: what the change is, what it does, and what to do instead. What each does on each wire is printed, from
//! executed results, in `everwire::docs::matrix`.

/// Each rule's id, and its page.
pub(crate) const PAGES: &[(&str, &str)] = &[
    (
        "field-added",
        "a field is new.\n\n\
         Old bytes do not have it: it reads as zero, empty, `None` or its `default`, and a `required` one is an error. Old\n\
         programs skip it; where their type keeps unknown fields, it survives what they change.",
    ),
    (
        "field-removed",
        "a field is gone.\n\n\
         Its old values are skipped, or kept as unknown. Old programs read it as absent, which is an error where it was\n\
         `required`. Reserve its number, so that nothing else is read from its old bytes.",
    ),
    (
        "unreserved",
        "a field or a value is gone, and its number may be taken again.\n\n\
         What takes the number next would read the old values as its own, and nothing would tell. `reserved(3, \"note\")` on the\n\
         type, `reserved 3;` in a `.proto` file, keeps it; with `slot` and `type` strict old readers of MessagePack find a zero.",
    ),
    (
        "reserved-removed",
        "a number, a name or a slot that was reserved is free again.\n\n\
         It was reserved because old bytes have it, and they still do.",
    ),
    (
        "reserved-changed",
        "what is reserved is not what it was.\n\n\
         Reserving more breaks nothing.",
    ),
    (
        "number-reused",
        "a number, a slot or a name was another field's, in an older generation.\n\n\
         Bytes of that generation are read as what it means now, and nobody could tell: so this is not to be accepted. Take a\n\
         number, a slot of MessagePack and a name that were never used; the lock knows all that were.",
    ),
    (
        "field-renamed",
        "a field has another name.\n\n\
         Protobuf and MessagePack go by numbers and do not see it. JSON goes by names: with `alias = \"old\"` new programs read old\n\
         text, but old programs do not know the new name. Rename when no old program reads JSON, or keep the old name on the\n\
         wire with `rename = \"old\"`.",
    ),
    (
        "json-name-changed",
        "a field has another name in ProtoJSON.\n\n\
         Both names of a field are read, this one and the one in the schema, so that new programs may read old text only where the\n\
         old name is one of them or an `alias`.",
    ),
    (
        "aliases-changed",
        "the names that a reader of JSON takes, or the former names of a type, are not what they were.\n\n\
         More of them break nothing.",
    ),
    (
        "alias-removed",
        "a former name is not found any more.\n\n\
         JSON text, and for a type envelopes, that were written under it are no longer read. Keep an alias as long as they exist.",
    ),
    (
        "field-renumbered",
        "a field has another number.\n\n\
         Protobuf and MessagePack go by numbers: its old values are lost, or are read as another field's. Where fields have no\n\
         numbers of their own they are numbered as they are declared: add at the end only, or give all fields numbers.",
    ),
    (
        "slot-changed",
        "a field has another slot in the MessagePack array.\n\n\
         Its old values are lost, or are read as another field's.",
    ),
    (
        "type-changed",
        "a field has another type.\n\n\
         What that does depends on the wire and on the values, and is shown with bytes. Widening is safe once everything that\n\
         reads is deployed. Otherwise add a field with a new number and fill both for a while; or let the reader take both with\n\
         `was(Old, with = path)`.",
    ),
    (
        "was-changed",
        "the former types that a field is read as are not what they were.\n\n\
         More of them break nothing.",
    ),
    (
        "was-removed",
        "a former type of a field is not read any more.\n\n\
         What was written as it, by an older generation, is refused or lost. Keep `was` as long as such bytes exist.",
    ),
    (
        "encoding-changed",
        "protobuf writes a field otherwise: `sint`, `fixed`, `group`.\n\n\
         The other wires do not see it. A varint that is read as ZigZag is another number, and nothing tells.",
    ),
    (
        "packing-changed",
        "protobuf writes the elements of a list together, or one by one.\n\n\
         Readers take both.",
    ),
    (
        "presence-changed",
        "whether a field can be absent, or must not be, is not what it was.\n\n\
         Made an `Option`, or plain again, goes both ways: what is absent is zero. `required` refuses what was never written,\n\
         and in protobuf zero was not; check what must be there with `rule(required)`, which can be loosened.",
    ),
    (
        "oneof-changed",
        "a field moved into a oneof, out of one, or between two.\n\n\
         Into a new one alone breaks nothing. Where several fields share one, of two that are there only one is left.",
    ),
    (
        "oneof-renamed",
        "a oneof has another name.\n\n\
         No wire has the name.",
    ),
    (
        "oneof-said",
        "whether a oneof must be set, or what it reads as where it is not, is not what it was.\n\n\
         As with a field that becomes `required`, bytes without it are refused.",
    ),
    (
        "default-changed",
        "what an absent field reads as is not what it was.\n\n\
         A field with a default that is not zero is always written, and one without is not where it is zero: bytes that lack it read as\n\
         the new default.",
    ),
    (
        "since-changed",
        "the version that brought a field is not what it was.\n\n\
         No wire has it.",
    ),
    (
        "rule-tightened",
        "rules refuse what they accepted.\n\n\
         Old values that are stored, and those that old programs send, are refused when they are read. Loosen readers first; tighten\n\
         them when nothing else is left.",
    ),
    (
        "rule-loosened",
        "rules accept what they refused.\n\n\
         Old programs refuse what new ones may write. Deploy what reads first.",
    ),
    (
        "rule-changed",
        "rules refuse what they accepted, and accept what they refused.\n\n\
         Neither side reads all that the other writes.",
    ),
    (
        "rule-unproved",
        "rules are not what they were, and no value was found that shows a difference.\n\n\
         Bounds, lengths and lists are decided by values on both sides of each. Of patterns, prefixes and the clock examples are\n\
         tried, which prove nothing where they agree.",
    ),
    (
        "rule-equal",
        "rules are spelled otherwise, and accept the same values.\n\n\
         Values on both sides of each bound and of each length were tried.",
    ),
    (
        "value-added",
        "a value of an enum is new.\n\n\
         An open enum (`#[codec(other)]`) holds its number on protobuf and MessagePack; JSON has names, which old programs do not\n\
         know. A closed one reads it as absent, and leaves it out of lists and maps.",
    ),
    (
        "value-removed",
        "a value of an enum is gone.\n\n\
         A closed enum reads its number as absent. Keep it, deprecated.",
    ),
    (
        "value-renamed",
        "a value of an enum has another name.\n\n\
         JSON has the name: give the value an `alias`, and mind that old programs do not know the new one.",
    ),
    (
        "value-renumbered",
        "a value of an enum has another number.\n\n\
         Protobuf and MessagePack have the number: old values are read as another value, or as none.",
    ),
    (
        "enum-opened",
        "an enum holds values now that it does not know.\n\n\
         Old programs, which are closed, read them as absent.",
    ),
    (
        "enum-closed",
        "an enum does not hold any more what it does not know.\n\n\
         Numbers that others wrote are read as absent.",
    ),
    (
        "type-added",
        "a type is new.\n\n\
         Nothing was written as it.",
    ),
    (
        "type-removed",
        "a type is gone.\n\n\
         Where nothing held it, its bytes were written as they are: nothing reads them any more.",
    ),
    (
        "type-renamed",
        "a type has another name, and the old one as an `alias`.\n\n\
         No wire has the name; an envelope, which has, is opened by the alias. Old programs refuse envelopes with the new name.",
    ),
    (
        "kind-changed",
        "a message became an enum, or the like.\n\n\
         Give the new type a name of its own.",
    ),
    (
        "layout-changed",
        "MessagePack writes a message as a map where it was an array, or the other way round.\n\n\
         Readers take both.",
    ),
    (
        "dialect-changed",
        "a type writes the other JSON as the root.\n\n\
         Readers take both.",
    ),
    (
        "form-changed",
        "a message is a tuple, a unit struct or a well-known type, and was not; or the other way round.\n\n\
         On JSON, and for unit structs on MessagePack, it looks otherwise.",
    ),
    (
        "unknown-changed",
        "whether a type keeps what it does not know is not what it was.\n\n\
         Without the member `#[codec(unknown)]`, what newer programs wrote is lost where this one reads, changes and writes.",
    ),
    (
        "message-set-changed",
        "protobuf writes the extensions of a message otherwise: as the items of a message set, or as fields.\n\n\
         The two do not read each other.",
    ),
    (
        "extensions-changed",
        "the numbers that extensions may have are not what they were.\n\n\
         A number that is no longer among them may be a field's next.",
    ),
    (
        "type-unloadable",
        "a type holds what is not there, or cannot be: nothing can be written with it, and so nothing is proved.\n\n\
         That is so where the sources leave out a type that is held, or one is too large to be made.",
    ),
    (
        "combined-change",
        "several changes of a type do together what none does alone.\n\n\
         Make them one after the other, each in a generation of its own.",
    ),
    (
        "version-wrong",
        "a type has another version than the lock says.\n\n\
         A version is the generation that changed the type last; envelopes carry it, and `upgrade` is told. Types of `.proto` files get\n\
         it from the lock (`Build::lock`); derived types write `version = n`, and this is how they learn the number.",
    ),
    (
        "stale-acceptance",
        "a break is accepted that is none, or not the one that is there.\n\n\
         An acceptance is bound to one change: it names what was and what is. Once the lock has it, it may go or stay; it must go\n\
         where the item has changed again.",
    ),
    (
        "golden-changed",
        "golden bytes are not what their generation wrote.\n\n\
         The files are written once, by `codegen lock`, and never again: they stand for bytes that are stored somewhere.",
    ),
    (
        "golden-broken",
        "golden bytes are not read as they were written, though no change was found that does it.\n\n\
         What is stored would be read wrongly.",
    ),
];
