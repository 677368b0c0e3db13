//! Signatures of requests: HMAC-SHA256 over name, instant and body (Standard Webhooks, `v1`).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use jiff::Timestamp;
use ring::hmac::{HMAC_SHA256, Key, sign};

/// The secret that requests are signed with.
#[derive(Clone)]
pub(super) struct Signer(Key);

impl Signer {
    pub(super) fn new(secret: &[u8]) -> Self {
        Self(Key::new(HMAC_SHA256, secret))
    }

    /// The value of `webhook-signature`.
    pub(super) fn sign(&self, id: &str, at: Timestamp, body: &[u8]) -> String {
        let signed = [format!("{id}.{}.", at.as_second()).as_bytes(), body].concat();
        format!("v1,{}", BASE64.encode(sign(&self.0, &signed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the reference implementations.
    #[test]
    fn the_example_of_the_standard_comes_out() {
        let signer = Signer::new(&BASE64.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap());
        let at = Timestamp::from_second(1_614_265_330).unwrap();
        let signature = signer.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", at, br#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
