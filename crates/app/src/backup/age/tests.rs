//! Files of the age format, those that the reference program wrote among them.

use std::io::{Read as _, Write as _};

use super::*;

/// A pair of keys and a file that rage 0.12, the reference in Rust, made.
const KEY: &str = "AGE-SECRET-KEY-1RD8N2XM6KA39AFYRG6TSM20WMS4CJC56PFDKRAVE8M0RC5KNCUASA99U0M";
const PUBLIC: &str = "age1g3arp7w6t6mhd0359vl7u9wwc22kk47y3vdmvj3hnvkv39w7adgqrzleym";
const FILE: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBsWGF2S1RXbGVuTDVoM2x6enR2SUZsN1Bra0xkaDFqNkU2TXhDVEJPZ1I4ClFoYVhEQmJGa1hyZHl2WW9nK0lHd1FhQW9ObmRzTXp5NXBrVnMvUVVkN1kKLT4gXXM3IjgtZ3JlYXNlIGtUVzRSICxQVzgKakNaV0tRCi0tLSBBUmZMVlErZWdIT3dTNHI3RkpxRytkK1VDNlFUaklFdzFNUUdpV2ZOZnhjCvl0Nwo1NoCN+FkOUejD/PfogjQpgtHXhJna6ftHWHNAnkHDllc9eAIEo+JHXfJ9b1drmaaxVRTFEUU=";

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

fn key() -> Identity {
    Identity::of([7; 32])
}

fn sealed(text: &[u8]) -> Vec<u8> {
    let mut file = Sealed::begin(Vec::new(), &key().recipient()).unwrap();
    file.write_all(text).unwrap();
    file.finish().unwrap()
}

fn open(file: &[u8], with: &Identity) -> Result<Vec<u8>, AgeError> {
    let mut opened = Opened::begin(file, with)?;
    let mut text = Vec::new();
    match opened.read_to_end(&mut text) {
        Ok(_) => Ok(text),
        Err(error) => Err(*error.get_ref().and_then(|why| why.downcast_ref()).expect("one of ours")),
    }
}

#[test]
fn what_is_sealed_is_opened_at_every_edge_of_a_piece() {
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5] {
        let text: Vec<u8> = (0..=250).cycle().take(length).collect();
        assert_eq!(open(&sealed(&text), &key()).as_ref(), Ok(&text), "{length}");
    }
}

#[test]
fn what_the_reference_wrote_is_read() {
    let file = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, FILE).unwrap();
    assert_eq!(open(&file, &KEY.parse().unwrap()).unwrap(), b"written by another program");
}

#[test]
fn a_file_that_is_cut_anywhere_is_told() {
    let file = sealed(&vec![1; 2 * PIECE]);
    let body = file.len() - 2 * (PIECE + TAG);
    for length in [body, body + 1, body + PIECE + TAG, file.len() - 1] {
        assert_eq!(open(&file[..length], &key()), Err(AgeError::Cut), "{length}");
    }
    for length in [30, 100, body - 1] {
        assert_eq!(open(&file[..length], &key()), Err(AgeError::Cut), "{length}");
    }
    assert_eq!(open(&file[..10], &key()), Err(AgeError::Other));
}

#[test]
fn a_changed_byte_is_told() {
    let file = sealed(&vec![1; PIECE + 9]);
    for place in [0, 25, 40, 100, 150, 200, 230, 300, file.len() - 1] {
        let mut changed = file.clone();
        changed[place] ^= 1;
        assert!(open(&changed, &key()).is_err(), "{place}");
    }
    let mut longer = file;
    longer.push(0);
    assert!(open(&longer, &key()).is_err());
}

#[test]
fn another_key_and_another_file_are_told() {
    assert_eq!(open(&sealed(b"text"), &Identity::of([8; 32])), Err(AgeError::WrongKey));
    for other in [&b""[..], b"\n", b"SQLite format 3\0", &[0xff; 9], b"age-encryption.org/v2\n"] {
        assert_eq!(open(other, &key()), Err(AgeError::Other), "{other:?}");
    }
}

#[test]
fn keys_are_read_as_they_are_written() {
    let made = Identity::generate().unwrap();
    let text = format!("# a comment\n\n{}\n", secrecy::ExposeSecret::expose_secret(&made.to_text()));
    let read: Identity = text.parse().unwrap();
    assert_eq!(read.recipient(), made.recipient());
    assert_eq!(made.recipient().to_string().parse(), Ok(made.recipient()));
    let known: Identity = KEY.parse().unwrap();
    assert_eq!(known.recipient().to_string(), PUBLIC);
}

#[test]
fn what_is_no_key_is_refused() {
    let public = key().recipient().to_string();
    for text in ["", "age1", &public[1..], &public.to_uppercase()[..60], KEY] {
        assert_eq!(text.parse::<Recipient>().err(), Some(NoKey::Public), "{text}");
    }
    for text in ["", "# only a comment", public.as_str(), &KEY[..60]] {
        assert_eq!(text.parse::<Identity>().err(), Some(NoKey::Secret), "{text}");
    }
}
