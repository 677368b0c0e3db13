//! The binary `doorstep`, run as a user runs it.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a server may take until it tells where it listens. Generous: other tests share the machine.
const START_MAX: Duration = Duration::from_mins(1);

/// Where the binary lies. `E2E_BINARY` names one that was just built; otherwise cargo builds it here, once.
///
/// # Panics
/// When it cannot be built.
pub fn path() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| match std::env::var_os("E2E_BINARY") {
        Some(given) => PathBuf::from(given),
        None => built().expect("the binary can be built"),
    })
}

fn built() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).args(["build", "--quiet", "--package", "doorstep"]).status()?;
    anyhow::ensure!(status.success(), "`cargo build --package doorstep` failed");
    // A test lies in `deps` of the folder that the binary lies in.
    let test = std::env::current_exe()?;
    let folder = test.parent().and_then(Path::parent).context("a test lies in a target folder")?;
    Ok(folder.join("doorstep"))
}

/// The binary, to be run in a folder, with none of this process's own settings.
pub fn doorstep(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("DOORSTEP_") {
            command.env_remove(name);
        }
    }
    command
}

/// How a command ended.
#[derive(Debug)]
pub struct Ran {
    /// Its exit status; -1 where a signal ended it.
    pub status: i32,
    /// What it said on standard output.
    pub stdout: String,
    /// What it said on standard error.
    pub stderr: String,
}

/// Runs a command to its end.
///
/// # Panics
/// When the binary does not start.
pub fn run(folder: &Path, arguments: &[&str]) -> Ran {
    finish(doorstep(folder, arguments), "")
}

/// Runs a command to its end, with something on standard input.
///
/// # Panics
/// When the binary does not start.
pub fn finish(mut command: Command, input: &str) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // Whoever reads no input may have ended before it was written.
    let _unread = std::io::Write::write_all(&mut child.stdin.take().expect("it is piped"), input.as_bytes());
    let output = child.wait_with_output().expect("its output can be read");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ran {
        status: output.status.code().unwrap_or(-1),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

/// A server that runs until it is told to stop, or until this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    base: String,
    said: Arc<Mutex<String>>,
}

impl Server {
    /// Starts a command that serves, and waits until it tells where.
    ///
    /// # Errors
    /// When it ends instead, with all that it said.
    pub fn start(mut command: Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let said = Arc::new(Mutex::new(String::new()));
        let stdout = child.stdout.take().context("standard output is piped")?;
        let stderr = child.stderr.take().context("standard error is piped")?;
        let lines = listen(stdout, said.clone());
        // Read only so that the pipe never fills.
        drop(listen(stderr, said.clone()));
        let began = Instant::now();
        let mut server = Self { child, base: String::new(), said };
        while began.elapsed() < START_MAX {
            match lines.recv_timeout(START_MAX.saturating_sub(began.elapsed())) {
                Ok(line) => {
                    if let Some(base) = address_in(&line) {
                        server.base = base;
                        return Ok(server);
                    }
                }
                Err(_ended) => break,
            }
        }
        bail!("the server tells no address; it said:\n{}", server.said())
    }

    /// Its address, with scheme and port and without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Host and port of its address.
    pub fn host(&self) -> &str {
        self.base.trim_start_matches("http://")
    }

    /// All that it said so far, on both outputs.
    pub fn said(&self) -> String {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends it as a power cut does: SIGKILL, no word, no chance to tidy up.
    ///
    /// # Panics
    /// When it was gone already.
    pub fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }

    /// Tells it to stop, as a service manager does.
    ///
    /// # Panics
    /// When the system has no shell.
    pub fn terminate(&self) {
        let told = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.child.id())]).status();
        assert!(told.expect("there is a shell").success(), "the server runs");
    }

    /// Waits until it ended.
    ///
    /// # Panics
    /// When it does not end in time.
    pub fn ended(&mut self, within: Duration) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                return status;
            }
            assert!(began.elapsed() < within, "it still runs after {within:?}; it said:\n{}", self.said());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The memory that it holds, in KiB, where the system tells it.
    pub fn memory_kib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.split_whitespace().next()?.parse().ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _gone = self.child.kill();
        let _ended = self.child.wait();
    }
}

fn listen(output: impl Read + Send + 'static, said: Arc<Mutex<String>>) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
            said.push_str(&line);
            said.push('\n');
            drop(said);
            // Nobody waits for lines once the address is known.
            let _unheard = sender.send(line);
        }
    });
    lines
}

/// The address of a server in a line such as `listening on http://127.0.0.1:8080`.
fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://")?;
    let host: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "[].:".contains(*c)).collect();
    let host = host.trim_end_matches(['.', ':']);
    host.rsplit_once(':')?.1.parse::<u16>().ok()?;
    Some(format!("http://{host}"))
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn addresses_are_found_in_lines() {
        let found = |line| address_in(line);
        assert_eq!(found("listening on http://127.0.0.1:8080").as_deref(), Some("http://127.0.0.1:8080"));
        assert_eq!(found("open http://[::1]:80/ and log in.").as_deref(), Some("http://[::1]:80"));
        assert_eq!(found("see http://127.0.0.1:81. Then").as_deref(), Some("http://127.0.0.1:81"));
        assert_eq!(found("see http://example.org/"), None);
        assert_eq!(found("nothing"), None);
    }
}
