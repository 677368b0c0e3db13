//! An authenticator in memory, as a phone or a stick has one: it makes a passkey and answers with it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_wire::passkeys::CeremonyBegun;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const HOLDS_KEY: u8 = 0x40;

/// An authenticator with one passkey, and what can be wrong with its answers.
pub(crate) struct Authenticator {
    key: EcdsaKeyPair,
    id: [u8; 16],
    /// By what it knows its owner, once it has made its passkey.
    pub(crate) handle: String,
    /// How often it signed.
    pub(crate) counter: u32,
    /// The origin that its browser says it is on.
    pub(crate) origin: &'static str,
    /// The host whose passkey it is.
    pub(crate) host: &'static str,
    /// Whether it makes sure of its owner.
    pub(crate) verifies: bool,
}

impl Authenticator {
    /// One that answers rightly for `http://localhost`.
    pub(crate) fn new() -> Self {
        let (random, algorithm) = (SystemRandom::new(), &ECDSA_P256_SHA256_ASN1_SIGNING);
        let key = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Self {
            key: EcdsaKeyPair::from_pkcs8(algorithm, key.as_ref(), &random).unwrap(),
            id: crate::secret::fresh_id().to_be_bytes(),
            handle: String::new(),
            counter: 0,
            origin: "http://localhost",
            host: "localhost",
            verifies: true,
        }
    }

    /// What it answers when it is asked to make its passkey.
    pub(crate) fn make(&mut self, begun: &CeremonyBegun) -> Value {
        self.handle = begun.options["user"]["id"].as_str().unwrap().to_owned();
        let mut about = self.about(HOLDS_KEY);
        about.extend([0; 16]);
        about.extend([0, 16]);
        about.extend(self.id);
        about.extend(self.public_key());
        let length = u8::try_from(about.len()).unwrap();
        let object =
            [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58", [length].as_slice(), &about].concat();
        let client = self.client("webauthn.create", begun);
        let response = json!({ "attestationObject": encoded(&object), "clientDataJSON": encoded(&client) });
        self.answer(&response)
    }

    /// What it answers when it is asked to log its owner in.
    pub(crate) fn log_in(&mut self, begun: &CeremonyBegun) -> Value {
        self.counter += 1;
        let (about, client) = (self.about(0), self.client("webauthn.get", begun));
        let signed = [about.as_slice(), &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.answer(&json!({
            "authenticatorData": encoded(&about),
            "clientDataJSON": encoded(&client),
            "signature": encoded(signature.as_ref()),
            "userHandle": self.handle,
        }))
    }

    fn answer(&self, response: &Value) -> Value {
        let id = encoded(&self.id);
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        })
    }

    fn about(&self, more: u8) -> Vec<u8> {
        let flags = USER_PRESENT | more | if self.verifies { USER_VERIFIED } else { 0 };
        [Sha256::digest(self.host).as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    fn client(&self, kind: &str, begun: &CeremonyBegun) -> Vec<u8> {
        let challenge = &begun.options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// The public key as COSE writes it.
    fn public_key(&self) -> Vec<u8> {
        let (x, y) = self.key.public_key().as_ref()[1..].split_at(32);
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice(), x, b"\x22\x58\x20", y].concat()
    }
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
