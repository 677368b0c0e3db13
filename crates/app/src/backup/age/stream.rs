//! The body of a file: pieces that are sealed one by one and in their order, so that nothing is read that was changed,
//! moved or cut off (the STREAM construction).

use std::io::{self, BufRead, ErrorKind, Read, Write};

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::error::Unspecified;
use ring::rand::{SecureRandom as _, SystemRandom};

use super::header::{self, FileKey};
use super::keys::{Identity, Recipient};
use super::{AgeError, derive};

/// How much is sealed at once.
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const SALT: usize = 16;

/// The key of a body, and which piece is next.
struct Pieces {
    key: LessSafeKey,
    count: u64,
}

impl Pieces {
    fn new(file: &FileKey, salt: &[u8; SALT]) -> Result<Self, Unspecified> {
        let key = derive(file, salt, b"payload");
        Ok(Self { key: LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &key)?), count: 0 })
    }

    /// A number that no other piece has, with whether it is the last.
    fn next(&mut self, is_last: bool) -> Nonce {
        let mut nonce = [0; NONCE_LEN];
        let (_, count) = nonce.split_at_mut(NONCE_LEN - 1 - size_of::<u64>());
        let (count, last) = count.split_at_mut(size_of::<u64>());
        count.copy_from_slice(&self.count.to_be_bytes());
        last.fill(u8::from(is_last));
        self.count += 1;
        Nonce::assume_unique_for_key(nonce)
    }
}

/// A file that is being written. Without [`Sealed::finish`] it has no end, and whoever reads it is told so.
pub(crate) struct Sealed<W> {
    out: W,
    pieces: Pieces,
    waiting: Vec<u8>,
}

impl<W: Write> Sealed<W> {
    /// Begins a file for a reader.
    ///
    /// # Errors
    /// When it cannot be written, or the system has no randomness.
    pub(crate) fn begin(mut out: W, to: &Recipient) -> io::Result<Self> {
        let (mut key, mut salt) = (FileKey::default(), [0; SALT]);
        let random = SystemRandom::new();
        let made = random.fill(&mut key).and_then(|()| random.fill(&mut salt));
        let head = made.and_then(|()| Ok((header::write(&key, to)?, Pieces::new(&key, &salt)?)));
        let (head, pieces) = head.map_err(|Unspecified| io::Error::other("a key could not be made"))?;
        out.write_all(head.as_bytes())?;
        out.write_all(&salt)?;
        Ok(Self { out, pieces, waiting: Vec::with_capacity(PIECE + TAG) })
    }

    /// Writes the end.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.seal(true)?;
        Ok(self.out)
    }

    fn seal(&mut self, is_last: bool) -> io::Result<()> {
        let nonce = self.pieces.next(is_last);
        let sealed = self.pieces.key.seal_in_place_append_tag(nonce, Aad::empty(), &mut self.waiting);
        sealed.map_err(|Unspecified| io::Error::other("a piece could not be sealed"))?;
        self.out.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }
}

impl<W: Write> Write for Sealed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until it is known that it is not the last.
        if self.waiting.len() == PIECE && !bytes.is_empty() {
            self.seal(false)?;
        }
        let taken = bytes.get(..bytes.len().min(PIECE - self.waiting.len())).unwrap_or(bytes);
        self.waiting.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A file that is being read.
pub(crate) struct Opened<R> {
    input: R,
    pieces: Pieces,
    piece: Vec<u8>,
    /// How much of the piece was read already.
    read: usize,
    is_over: bool,
}

impl<R: BufRead> Opened<R> {
    /// Begins to read a file with a key.
    ///
    /// # Errors
    /// When it is no such file, or the key is another.
    pub(crate) fn begin(mut input: R, with: &Identity) -> Result<Self, AgeError> {
        let key = header::read(&mut input, with)?;
        let mut salt = [0; SALT];
        input.read_exact(&mut salt).map_err(|_short| AgeError::Cut)?;
        let pieces = Pieces::new(&key, &salt).map_err(|Unspecified| AgeError::Damaged)?;
        Ok(Self { input, pieces, piece: Vec::new(), read: 0, is_over: false })
    }

    fn next_piece(&mut self) -> io::Result<()> {
        self.piece.clear();
        self.read = 0;
        let limit = u64::try_from(PIECE + TAG).unwrap_or_default();
        self.input.by_ref().take(limit).read_to_end(&mut self.piece)?;
        self.is_over = self.input.fill_buf()?.is_empty();
        let nonce = self.pieces.next(self.is_over);
        let is_first = self.pieces.count == 1;
        let opened =
            self.pieces.key.open_in_place(nonce, Aad::empty(), &mut self.piece).map(|open| open.len());
        match opened {
            Ok(0) if !is_first => Err(broken(AgeError::Damaged)),
            Ok(length) => {
                self.piece.truncate(length);
                Ok(())
            }
            // A last piece that was not sealed as one: the rest is missing.
            Err(Unspecified) if self.is_over => Err(broken(AgeError::Cut)),
            Err(Unspecified) => Err(broken(AgeError::Damaged)),
        }
    }
}

impl<R: BufRead> Read for Opened<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() && !self.is_over {
            self.next_piece()?;
        }
        let rest = self.piece.get(self.read..).unwrap_or_default();
        let count = rest.len().min(into.len());
        for (to, from) in into.iter_mut().zip(rest) {
            *to = *from;
        }
        self.read += count;
        Ok(count)
    }
}

fn broken(why: AgeError) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, why)
}
