//! `[retention]`: its settings are the rows of the server's table of what is stored of people.

use doorstep_server::retention::{KINDS, Kind, Retention, Term, TooLong};

use super::section::{Key, Section};

const SECTION: &str = "retention";

/// How long is kept what tells of people.
#[derive(Debug, Clone, Default)]
pub(crate) struct RetentionConfig(pub(crate) Retention);

impl Section for RetentionConfig {
    fn about(&self) -> &'static str {
        "For how many days is kept what tells of people. A value above the ceiling is refused. \
         What else is kept, and why: [privacy.md](../privacy.md#what-is-kept)."
    }

    fn keys(&self) -> Vec<Key> {
        settable()
            .map(|(kind, name, default, ceiling)| Key {
                section: SECTION,
                name,
                about: format!("{}. Days {}.", capital(kind.what), kind.then).into(),
                kind: format!("a whole number from 0 to {ceiling}").into(),
                default: default.to_string(),
            })
            .collect()
    }

    fn set(&mut self, name: &str, text: &str) -> Result<(), String> {
        let (kind, _, _, ceiling) =
            settable().find(|(_, known, ..)| *known == name).ok_or_else(|| "is no setting".to_owned())?;
        let too_long = TooLong { ceiling };
        let days = text.trim().parse().map_err(|_no_number| too_long.to_string())?;
        self.0 = self.0.clone().with(kind.data, days).map_err(|refused| refused.to_string())?;
        Ok(())
    }

    #[cfg(test)]
    fn show(&self, name: &str) -> Option<String> {
        let (kind, ..) = settable().find(|(_, known, ..)| *known == name)?;
        Some(self.0.days(kind.data).to_string())
    }
}

/// The kinds that are set here: each with the name of its setting, its default and its ceiling.
fn settable() -> impl Iterator<Item = (&'static Kind, &'static str, u16, u16)> {
    KINDS.iter().filter_map(|kind| match kind.term {
        Term::Set { setting, default, ceiling } => {
            let (section, name) = setting.split_once('.')?;
            (section == SECTION).then_some((kind, name, default, ceiling))
        }
        Term::Fixed(_) => None,
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
