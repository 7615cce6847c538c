//! Records per second over asynchronous streams in memory: Everwire's frames, and tokio-util's codecs with the library of each wire. All take turns of some
//! milliseconds; a time is the median over the rounds, a ratio the median of the ratios within the rounds, by the thread's processor time.

mod messages;
mod peer;

use std::time::Duration;

use cpu_time::ThreadTime;
use everwire::Wire;
use futures_util::FutureExt;

use peer::{Peer, Record};

/// Each of ours, and who is measured beside it.
const GROUPS: [(Wire, Peer, &str); 3] = [
    (Wire::Protobuf, Peer::Prost, "LengthDelimitedCodec, prost"),
    (Wire::MsgPack, Peer::Rmp, "LengthDelimitedCodec, rmp-serde"),
    (Wire::Json, Peer::SerdeJson, "LinesCodec, serde_json"),
];

fn main() {
    let rounds = std::env::args()
        .nth(1)
        .map_or(61, |rounds| rounds.parse().expect("how many rounds"));
    println!(
        "| records | wire | operation | ours, ns a record | theirs | times as fast | theirs is |"
    );
    println!("|---|---|---|---|---|---|---|");
    let tiny: Vec<_> = (0..4000).map(messages::tiny).collect();
    let orders: Vec<_> = (0..400).map(messages::order).collect();
    compare("tiny", &tiny, rounds);
    compare("orders", &orders, rounds);
}

fn compare<T: Record>(name: &str, records: &[T], rounds: usize) {
    for (wire, theirs, peer) in GROUPS {
        let ours = Peer::Ours(wire);
        let mut streams = [ours, theirs].map(|peer| {
            let stream = now(peer.send(records, Vec::new()));
            let mut back = Vec::new();
            now(peer.receive(&stream, |record: T| back.push(record)));
            assert!(back == records, "{name} on {wire} do not come back");
            stream
        });
        let mut sent = Vec::new();
        let mut received = Vec::new();
        for round in 0..rounds {
            let mut took = [[Duration::ZERO; 2]; 2];
            for turn in 0..2 {
                let who = (turn + round) % 2;
                let peer = [ours, theirs][who];
                let into = std::mem::take(&mut streams[who]);
                let kept = into.len();
                let begun = ThreadTime::now();
                let mut into = into;
                into.clear();
                streams[who] = now(peer.send(records, into));
                took[0][who] = begun.elapsed();
                assert_eq!(streams[who].len(), kept);
                let begun = ThreadTime::now();
                now(peer.receive(&streams[who], |record: T| {
                    std::hint::black_box(record);
                }));
                took[1][who] = begun.elapsed();
            }
            sent.push(took[0]);
            received.push(took[1]);
        }
        for (operation, took) in [("send", sent), ("receive", received)] {
            let each = |who: usize| {
                let time =
                    |took: &[Duration; 2]| took[who].as_nanos() as f64 / records.len() as f64;
                median(took.iter().map(time))
            };
            let ratio = median(
                took.iter()
                    .map(|took| took[1].as_secs_f64() / took[0].as_secs_f64()),
            );
            println!(
                "| {name} | {wire} | {operation} | {:.0} | {:.0} | **{ratio:.2}** | {peer} |",
                each(0),
                each(1)
            );
        }
    }
}

fn median(all: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// What a stream in memory never makes wait for.
fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("memory does not wait")
}
