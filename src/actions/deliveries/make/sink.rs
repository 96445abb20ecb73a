//! Where the files of a package are written: sealed piece by piece, so that nothing of them lies anywhere in the clear.

use std::io::{self, Read, Write};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::MakeError;
use crate::actions::Desk;
use crate::storage::StorageError;
use crate::storage::deliveries::files;
use crate::storage::vault::Seat;

/// How large a piece of a file is, in bytes; only the last one is smaller.
pub const PIECE: usize = 1 << 20;

/// The archive among the files of a package.
pub const ARCHIVE: &str = "package.zip";

/// Where a piece of a file is sealed to.
pub const fn piece_seat(file: Uuid, number: i32) -> Seat<'static> {
    Seat { table: "delivery_piece", campaign: number, id: file }
}

/// A file that is being written. While a piece is stored, the next one is written; then what is written waits for the database,
/// on a thread that may wait.
pub struct Sink<'a> {
    desk: Desk<'a>,
    handle: &'a Handle,
    file: Uuid,
    buffer: Vec<u8>,
    storing: Option<JoinHandle<Result<(), StorageError>>>,
    pieces: i32,
    bytes: i64,
}

impl<'a> Sink<'a> {
    /// Begins a file of a package.
    pub fn begin(desk: Desk<'a>, handle: &'a Handle, package: Uuid, name: &str) -> Result<Self, MakeError> {
        let file = desk.id();
        handle.block_on(async {
            let tx = desk.db.write().await?;
            files::begin(&*tx, file, package, name).await?;
            tx.commit().await
        })?;
        let buffer = Vec::with_capacity(PIECE);
        Ok(Self { desk, handle, file, buffer, storing: None, pieces: 0, bytes: 0 })
    }

    /// Waits until what there is is stored.
    fn wait(&mut self) -> Result<(), MakeError> {
        if let Some(storing) = self.storing.take() {
            self.handle.block_on(storing).map_err(io::Error::other)??;
        }
        Ok(())
    }

    fn push(&mut self) -> Result<(), MakeError> {
        let (db, place) = (self.desk.db.clone(), (self.file, self.pieces));
        let sealed = self.desk.vault.seal_bytes(piece_seat(self.file, self.pieces), &self.buffer);
        self.wait()?;
        self.storing = Some(self.handle.spawn(async move {
            let tx = db.write().await?;
            files::insert_piece(&*tx, place, sealed).await?;
            tx.commit().await
        }));
        self.pieces += 1;
        self.bytes += i64::try_from(self.buffer.len()).unwrap_or(i64::MAX);
        self.buffer.clear();
        Ok(())
    }

    /// Says that the file is whole; how many bytes it has.
    pub fn finish(mut self) -> Result<i64, MakeError> {
        if !self.buffer.is_empty() {
            self.push()?;
        }
        self.wait()?;
        self.handle.block_on(async {
            let tx = self.desk.db.write().await?;
            files::finish(&*tx, self.file, self.bytes, self.pieces).await?;
            tx.commit().await
        })?;
        Ok(self.bytes)
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PIECE - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..taken]);
        if self.buffer.len() == PIECE {
            self.push().map_err(io::Error::other)?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that is read back, piece by piece.
pub struct Source<'a> {
    desk: Desk<'a>,
    handle: &'a Handle,
    file: &'a files::File,
    next: i32,
    piece: Vec<u8>,
    at: usize,
}

impl<'a> Source<'a> {
    pub const fn new(desk: Desk<'a>, handle: &'a Handle, file: &'a files::File) -> Self {
        Self { desk, handle, file, next: 0, piece: Vec::new(), at: 0 }
    }

    fn pull(&mut self) -> Result<(), MakeError> {
        let sealed =
            self.handle.block_on(files::find_piece(self.desk.db.apart(), (self.file.id, self.next)))?;
        let sealed = sealed.ok_or(MakeError::Unwanted)?;
        self.piece = self.desk.vault.open_bytes(piece_seat(self.file.id, self.next), &sealed)?;
        (self.next, self.at) = (self.next + 1, 0);
        Ok(())
    }
}

impl Read for Source<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            if self.next == self.file.pieces {
                return Ok(0);
            }
            self.pull().map_err(io::Error::other)?;
        }
        let taken = buffer.len().min(self.piece.len() - self.at);
        buffer[..taken].copy_from_slice(&self.piece[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}
