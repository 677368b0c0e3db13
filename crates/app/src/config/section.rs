//! One typed struct per concern, declared together with its defaults and the text of its documentation.

use std::borrow::Cow;

/// A setting, as documentation and error messages need it.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// The table of the configuration file.
    pub(crate) section: &'static str,
    /// The name in that table.
    pub(crate) name: &'static str,
    /// What it does, in Markdown.
    pub(crate) about: Cow<'static, str>,
    /// What is written.
    pub(crate) kind: Cow<'static, str>,
    /// Its default.
    pub(crate) default: String,
}

impl Key {
    /// The name with its table, such as `http.listen`.
    pub(crate) fn path(&self) -> String {
        format!("{}.{}", self.section, self.name)
    }

    /// The variable of the environment, such as `DOORSTEP_HTTP_LISTEN`.
    pub(crate) fn variable(&self) -> String {
        format!("DOORSTEP_{}_{}", self.section, self.name).to_uppercase()
    }
}

/// A concern's settings.
pub(crate) trait Section {
    /// What the concern is.
    fn about(&self) -> &'static str;

    /// Its settings, in the order of documentation.
    fn keys(&self) -> Vec<Key>;

    /// Sets one, or says what was expected. The name must be one of [`Section::keys`].
    fn set(&mut self, name: &str, text: &str) -> Result<(), String>;

    /// What a setting is now, for people; never a secret's content.
    #[cfg(test)]
    fn show(&self, name: &str) -> Option<String>;
}

/// A concern of which there may be several: a list of tables in the file, and nothing elsewhere.
pub(crate) trait Sections {
    /// The table of a place, counted from 0; it and all before it are made where they are not there yet.
    fn at(&mut self, place: usize) -> &mut dyn Section;

    /// One as it is before anything is set.
    fn blank(&self) -> Box<dyn Section>;
}

impl<S: Section + Default + 'static> Sections for Vec<S> {
    fn at(&mut self, place: usize) -> &mut dyn Section {
        if self.len() <= place {
            self.resize_with(place + 1, S::default);
        }
        self.get_mut(place).expect("it was just made")
    }

    fn blank(&self) -> Box<dyn Section> {
        Box::new(S::default())
    }
}

/// Declares a concern: its struct, its defaults and its [`Section`].
macro_rules! section {
    (
        $(#[doc = $about:literal])+
        $struct:ident as $section:literal {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty = $default:expr; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        pub(crate) struct $struct {
            $( $(#[doc = $doc])+ pub(crate) $field: $type, )+
        }

        impl Default for $struct {
            fn default() -> Self {
                Self { $($field: $default,)+ }
            }
        }

        impl $crate::config::section::Section for $struct {
            fn about(&self) -> &'static str {
                concat!($($about),+)
            }

            fn keys(&self) -> Vec<$crate::config::section::Key> {
                use $crate::config::value::Setting;
                let defaults = Self::default();
                vec![$($crate::config::section::Key {
                    section: $section,
                    name: stringify!($field),
                    about: concat!($($doc),+).into(),
                    kind: <$type as Setting>::KIND.into(),
                    default: Setting::show(&defaults.$field),
                },)+]
            }

            fn set(&mut self, name: &str, text: &str) -> Result<(), String> {
                use $crate::config::value::Setting;
                match name {
                    $(stringify!($field) => self.$field = <$type as Setting>::parse(text)?,)+
                    _ => return Err("is no setting".to_owned()),
                }
                Ok(())
            }

            #[cfg(test)]
            fn show(&self, name: &str) -> Option<String> {
                use $crate::config::value::Setting;
                match name {
                    $(stringify!($field) => Some(Setting::show(&self.$field)),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use section;
