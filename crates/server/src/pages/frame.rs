//! What stands around every page: its title, the bar above and the foot below.

use std::sync::Arc;

use super::assets::{Assets, assets};
use super::reader::Reader;
use super::words::Language;
use crate::brand::Brand;

/// What a page's layout is filled with.
#[derive(Debug, Clone)]
pub(crate) struct Frame<'a> {
    /// Who reads.
    pub(crate) reader: &'a Reader,
    /// The title of the browser's tab.
    pub(crate) title: String,
    /// The operator's name, where it is known whose page this is.
    pub(crate) operator: Option<&'a str>,
    /// Who is logged in.
    pub(crate) who: Who,
    /// The address of the page, to come back to after the language was changed.
    pub(crate) path: String,
    /// A sentence at the foot.
    pub(crate) note: Option<String>,
    /// Whether the bar stands beside a map.
    pub(crate) is_beside_stage: bool,
    /// The addresses of what the page loads.
    pub(crate) assets: &'static Assets,
    brand: Option<Arc<Brand>>,
}

/// Who is logged in, as far as the bar shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Who {
    /// Nobody.
    #[default]
    Nobody,
    /// A recipient.
    Recipient,
    /// A dispatcher.
    Dispatcher,
}

impl<'a> Frame<'a> {
    /// The frame of a page with this title and address.
    pub(crate) fn new(reader: &'a Reader, title: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            reader,
            title: title.into(),
            operator: None,
            who: Who::Nobody,
            path: path.into(),
            note: None,
            is_beside_stage: false,
            assets: assets(),
            brand: None,
        }
    }

    /// The frame for someone who is logged in with an operator.
    pub(crate) fn of(self, who: Who, operator: Option<&'a str>) -> Self {
        Self { operator, who, ..self }
    }

    /// The same as the operator's own.
    pub(crate) fn branded(self, brand: Option<Arc<Brand>>) -> Self {
        Self { brand, ..self }
    }

    /// The address of the operator's colours, where there are some.
    pub(crate) fn colours(&self) -> Option<String> {
        self.brand.as_ref()?.css()
    }

    /// The address of the operator's logo, where there is one.
    pub(crate) fn logo(&self) -> Option<String> {
        self.brand.as_ref()?.logo()
    }

    /// The name at the top.
    pub(crate) fn brand(&self) -> String {
        self.operator.map_or_else(|| self.reader.say("brand-fallback").into_owned(), str::to_owned)
    }

    /// Where the name at the top leads.
    pub(crate) fn home(&self) -> &'static str {
        match self.who {
            Who::Nobody => "/login",
            Who::Recipient => "/orders",
            Who::Dispatcher => "/dispatch",
        }
    }

    /// Whether the bar leads to the overview.
    pub(crate) fn shows_orders(&self) -> bool {
        self.who == Who::Recipient && self.path != "/orders"
    }

    /// Whether the bar leads to the help.
    pub(crate) fn shows_help(&self) -> bool {
        self.who != Who::Dispatcher && self.path != "/help"
    }

    /// Logging out is offered where one begins, and not in the midst of a delivery.
    pub(crate) fn shows_logout(&self) -> bool {
        self.who != Who::Nobody && !self.is_beside_stage
    }

    /// Whether the foot leads to the list of sessions.
    pub(crate) fn shows_sessions(&self) -> bool {
        self.shows_logout() && self.path != "/sessions"
    }

    /// The languages to choose from: all of them, or those that have the words of a dispatcher's pages.
    pub(crate) fn languages(&self) -> &'static [Language] {
        if self.who == Who::Dispatcher { &Language::COMPLETE } else { &Language::ALL }
    }

    /// What leads to the languages: the name of the one that the page is in.
    pub(crate) fn language_choice(&self) -> String {
        self.reader.say_with("language-choice", [("name", self.reader.say("language-name").into())])
    }

    /// The language that the page is in.
    pub(crate) fn language(&self) -> Language {
        self.reader.locale.language
    }
}
