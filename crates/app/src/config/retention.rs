//! `[retention]`: its settings are the rows of the server's table of what is stored of people.

use doorstep_server::retention::{Data, KINDS, Kind, Retention, Term, TooLong, UNEXPLAINED_TOUR_DAYS};

use super::section::{Key, Section};
use super::value::Setting as _;

const SECTION: &str = "retention";
const PURPOSE: &str = "tour_purpose";
const PURPOSE_KIND: &str = "one line of 1 to 300 letters";
/// As much as a driver reads on a phone.
const PURPOSE_LETTERS_MAX: usize = 300;

/// How long is kept what tells of people.
#[derive(Debug, Clone, Default)]
pub(crate) struct RetentionConfig {
    /// For how many days.
    pub(crate) terms: Retention,
    /// What the logs of tours are kept for that long.
    pub(crate) tour_purpose: Option<String>,
}

impl RetentionConfig {
    /// What is wrong when the logs of tours are kept for longer than needs no reason, and none is given.
    pub(super) fn unexplained(&self) -> Option<String> {
        let days = self.terms.days(Data::TourLogs);
        (days > UNEXPLAINED_TOUR_DAYS && self.tour_purpose.is_none()).then(|| {
            format!(
                "`retention.tour_days` is {days}; above {UNEXPLAINED_TOUR_DAYS}, `retention.tour_purpose` must say in \
                 writing what for, in words for drivers"
            )
        })
    }
}

impl Section for RetentionConfig {
    fn about(&self) -> &'static str {
        "For how many days is kept what tells of people. A value above the ceiling is refused. \
         What else is kept, and why: [privacy.md](../privacy.md#what-is-kept)."
    }

    fn keys(&self) -> Vec<Key> {
        let terms = settable().map(|(kind, name, default, ceiling)| Key {
            section: SECTION,
            name,
            about: format!("{}. Days {}.", capital(kind.what), kind.then).into(),
            kind: format!("a whole number from 0 to {ceiling}").into(),
            default: default.to_string(),
        });
        let purpose = Key {
            section: SECTION,
            name: PURPOSE,
            about: format!(
                "What the logs of tours are kept for when `retention.tour_days` is above {UNEXPLAINED_TOUR_DAYS}, which is \
                 refused without it. Drivers read it in their app, and it is in the report of `doorstep admin privacy-report`."
            )
            .into(),
            kind: PURPOSE_KIND.into(),
            default: Option::<String>::None.show(),
        };
        let mut keys: Vec<Key> = terms.collect();
        keys.insert(1, purpose);
        keys
    }

    fn set(&mut self, name: &str, text: &str) -> Result<(), String> {
        if name == PURPOSE {
            self.tour_purpose = Some(purpose(text)?);
            return Ok(());
        }
        let (kind, _, _, ceiling) =
            settable().find(|(_, known, ..)| *known == name).ok_or_else(|| "is no setting".to_owned())?;
        let too_long = TooLong { ceiling };
        let days = text.trim().parse().map_err(|_no_number| too_long.to_string())?;
        self.terms = self.terms.clone().with(kind.data, days).map_err(|refused| refused.to_string())?;
        Ok(())
    }

    #[cfg(test)]
    fn show(&self, name: &str) -> Option<String> {
        if name == PURPOSE {
            return Some(self.tour_purpose.show());
        }
        let (kind, ..) = settable().find(|(_, known, ..)| *known == name)?;
        Some(self.terms.days(kind.data).to_string())
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

fn purpose(text: &str) -> Result<String, String> {
    let text = text.trim();
    let is_a_line =
        (1..=PURPOSE_LETTERS_MAX).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if is_a_line { Ok(text.to_owned()) } else { Err(format!("is not {PURPOSE_KIND}")) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
