//! The code at the door, as far as a log knows it: whether it was told right, and never the code itself.

/// So many wrong codes are listened to. Whoever guesses hits one of a million codes once in 200,000 times.
const TRIES: u32 = 5;

/// What became of the code of one parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DoorCode {
    missed: u32,
    renewed: u32,
    is_verified: bool,
}

impl DoorCode {
    /// How often the operator made a new one.
    pub fn renewed(self) -> u32 {
        self.renewed
    }

    /// Whether the recipient told it right.
    pub fn is_verified(self) -> bool {
        self.is_verified
    }

    /// How many wrong codes are still listened to. Each new code has as many tries as the first, and what is left of
    /// those before: so it does not matter in which order misses and new codes become known.
    pub fn tries_left(self) -> u32 {
        TRIES.saturating_mul(self.renewed.saturating_add(1)).saturating_sub(self.missed)
    }

    /// Notes that a code was told.
    pub fn given(&mut self, is_right: bool) {
        if is_right {
            self.is_verified = true;
        } else {
            self.missed = self.missed.saturating_add(1);
        }
    }

    /// Notes that there is a new code.
    pub(crate) fn renew(&mut self) {
        self.renewed = self.renewed.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_five_tries_in_whatever_order_they_become_known() {
        let mut door = DoorCode::default();
        for left in (0..TRIES).rev() {
            door.given(false);
            assert_eq!(door.tries_left(), left);
        }
        door.renew();
        assert_eq!((door.tries_left(), door.renewed()), (TRIES, 1));
        let mut other = DoorCode::default();
        other.renew();
        (0..TRIES).for_each(|_| other.given(false));
        assert_eq!(other, door);
    }
}
