//! A server of axum on a port that is free, and a client that writes and reads what HTTP/1.1 says, byte for byte.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use axum::Router;
use everwire::axum::Problem;
use everwire::{DecodeOwned, Wire};

pub struct Server {
    address: SocketAddr,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Server {
    /// Serves on one thread, so that requests share it.
    pub fn start(router: Router) -> Self {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut runtime = tokio::runtime::Builder::new_current_thread();
            runtime.enable_all().build().unwrap().block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                sender.send(listener.local_addr().unwrap()).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
        });
        Self {
            address: receiver.recv().unwrap(),
        }
    }

    /// A request with a body of known length.
    pub fn send(&self, line: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let mut request = head(line, headers);
        if !body.is_empty() {
            request.extend(format!("Content-Length: {}\r\n", body.len()).bytes());
        }
        request.extend(b"\r\n");
        request.extend(body);
        self.send_pieces(&[&request])
    }

    /// A request whose body comes in chunks, each a moment after the other.
    pub fn send_chunks(&self, line: &str, headers: &[(&str, &str)], chunks: &[&[u8]]) -> Reply {
        let mut head = head(line, headers);
        head.extend(b"Transfer-Encoding: chunked\r\n\r\n");
        let mut pieces = vec![head];
        for chunk in chunks {
            let size = format!("{:x}\r\n", chunk.len());
            pieces.push([size.as_bytes(), chunk, b"\r\n"].concat());
        }
        pieces.push(b"0\r\nX-Trailer: behind\r\n\r\n".to_vec());
        let pieces: Vec<_> = pieces.iter().map(Vec::as_slice).collect();
        self.send_pieces(&pieces)
    }

    /// Bytes as they are, each piece a moment after the other.
    pub fn send_pieces(&self, pieces: &[&[u8]]) -> Reply {
        let mut stream = self.connect();
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 {
                thread::sleep(Duration::from_millis(2));
            }
            // A server that has heard enough answers and closes; what it said is read all the same.
            if stream.write_all(piece).is_err() {
                break;
            }
        }
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Reply::parse(&answer)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_nodelay(true).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        stream
    }
}

pub fn head(line: &str, headers: &[(&str, &str)]) -> Vec<u8> {
    let mut head = format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.into_bytes()
}

impl Reply {
    fn parse(answer: &[u8]) -> Self {
        let shown = || answer.escape_ascii().to_string();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no response: {}", shown()));
        let head = std::str::from_utf8(&answer[..end]).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        };
        Self {
            status: status.parse().unwrap(),
            headers: lines.map(header).collect(),
            body: answer[end + 4..].to_vec(),
        }
    }

    /// All lines of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let own = self.headers.iter().filter(|(known, _)| known == name);
        own.map(|(_, value)| &**value).collect()
    }

    /// The one line of a header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        let all = self.all(name);
        assert!(all.len() < 2, "{name}: {all:?}");
        all.first().copied().unwrap_or_default()
    }

    pub fn message<T: DecodeOwned>(&self) -> T {
        let wire = Wire::from_content_type(self.header("content-type"));
        let wire = wire.unwrap_or_else(|| panic!("no wire: {self:?}"));
        wire.decode(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The problem that a response of this status tells.
    pub fn problem(&self, status: u16) -> Problem {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status, status, "{text}");
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{text}"
        );
        let problem: Problem = self.message();
        assert_eq!(problem.status, u32::from(status));
        assert_eq!(problem.r#type, "about:blank");
        problem
    }
}
