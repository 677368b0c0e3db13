//! By what a sender is known.

use crate::Personal;

/// A sender, by the name that their parcels tell, without regard to case and to how many spaces stand between words.
/// Carriers' systems name senders by nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SenderKey(Personal);

impl SenderKey {
    /// The key of a sender's name.
    pub fn of(name: &Personal) -> Self {
        let words: Vec<String> = name.reveal().split_whitespace().map(str::to_lowercase).collect();
        Self(Personal::new(words.join(" ")))
    }

    /// The key as text.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_make_no_other_sender() {
        let key = |name: &str| SenderKey::of(&Personal::new(name));
        assert_eq!(key("  Example   SHOP "), key("example shop"));
        assert_eq!(key("\u{c4}hre\u{a0}& Co").reveal(), "\u{e4}hre & co");
        assert_ne!(key("Example Shop"), key("Example Shop 2"));
    }
}
