//! `[release]`: how discreet a gliding dot is. Each setting has a bound below or above which attackers find homes.

use doorstep_domain::streets::{Discreet, Discretion, Indiscreet};

use super::section::{Key, Section};

/// How discreet a gliding dot is.
#[derive(Debug, Clone, Default)]
pub(crate) struct ReleaseConfig(pub(crate) Discretion);

impl Section for ReleaseConfig {
    fn about(&self) -> &'static str {
        "How discreet the dot is that glides from gate to gate ([privacy.md](../privacy.md#what-a-position-says)). \
         It can be more discreet than by default, never less: with less, attackers find homes."
    }

    fn keys(&self) -> Vec<Key> {
        let key = |setting: Discreet| {
            let ((low, high), (name, about)) = (setting.range(), described(setting));
            let kind = format!("a whole number from {low} to {high}").into();
            Key {
                section: "release",
                name,
                about: about.into(),
                kind,
                default: self.0.of(setting).to_string(),
            }
        };
        Discreet::ALL.map(key).into()
    }

    fn set(&mut self, name: &str, text: &str) -> Result<(), String> {
        let setting = named(name).ok_or_else(|| "is no setting".to_owned())?;
        let value = text.trim().parse().map_err(|_no_number| Indiscreet(setting).to_string())?;
        self.0 = self.0.with(setting, value).map_err(|refused| refused.to_string())?;
        Ok(())
    }

    #[cfg(test)]
    fn show(&self, name: &str) -> Option<String> {
        named(name).map(|setting| self.0.of(setting).to_string())
    }
}

fn named(name: &str) -> Option<Discreet> {
    Discreet::ALL.into_iter().find(|setting| described(*setting).0 == name)
}

/// The name of a setting, and what it does.
const fn described(setting: Discreet) -> (&'static str, &'static str) {
    match setting {
        Discreet::HousesBetweenGates => {
            ("houses_between_gates", "So many different houses lie between two gates at least.")
        }
        Discreet::HousesBeforeDoor => (
            "houses_before_door",
            "So many houses lie at least between a recipient's door and the last gate that they hear of, and the place where the exact dot may open.",
        ),
        Discreet::StopsBefore => (
            "stops_before",
            "A dot glides for a recipient when at most so many other stops come before theirs.",
        ),
        Discreet::DepotMetres => {
            ("depot_metres", "Within so many metres of where a tour starts, no gate is told.")
        }
    }
}
