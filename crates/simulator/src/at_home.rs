//! Recipients who are at home when the driver rings: they look at their page, as a person would, and say the code that
//! stands there.

use std::collections::BTreeMap;

use reqwest::Method;
use reqwest::header::{COOKIE, SET_COOKIE};
use serde_json::json;

use crate::http::{ApiError, Http, accepted};

/// What stands before the code on a recipient's page.
const BEFORE_CODE: &str = "data-door-code>";

/// Recipients who are at home.
#[derive(Debug, Clone)]
pub struct AtHome {
    http: Http,
    /// The e-mail address that the recipient of a parcel logs in with.
    logins: BTreeMap<String, String>,
    password: String,
}

impl AtHome {
    /// The recipients of these parcels, who all have one password.
    pub fn new(http: Http, logins: impl IntoIterator<Item = (String, String)>, password: &str) -> Self {
        Self { http, logins: logins.into_iter().collect(), password: password.to_owned() }
    }

    /// The code that the recipient of a parcel reads on their page; nothing when nobody is at home, or none stands there.
    pub(crate) async fn code_of(&self, parcel: &str) -> Option<String> {
        let email = self.logins.get(parcel)?;
        match self.page_of(parcel, email).await {
            Ok(page) => code_on(&page),
            Err(error) => {
                tracing::warn!(%error, "a recipient cannot open their page");
                None
            }
        }
    }

    async fn page_of(&self, parcel: &str, email: &str) -> Result<String, ApiError> {
        let login = json!({ "email": email, "password": self.password });
        let login = self.http.request(Method::POST, "/v1/session").json(&login);
        let answer = accepted(login.send().await?).await?;
        let cookies: Vec<&str> = answer
            .headers()
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
            .collect();
        let page = self.http.request(Method::GET, &format!("/parcels/{parcel}"));
        let page = page.header(COOKIE, cookies.join("; ")).send().await?;
        Ok(accepted(page).await?.text().await?)
    }
}

fn code_on(page: &str) -> Option<String> {
    let (_, after) = page.split_once(BEFORE_CODE)?;
    let code: String = after.split('<').next()?.chars().filter(char::is_ascii_digit).collect();
    (!code.is_empty()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_read_where_it_stands() {
        let page = r#"<p><span>Your code</span><b class="num" data-door-code>048 213</b></p><b>7</b>"#;
        assert_eq!(code_on(page).as_deref(), Some("048213"));
        assert_eq!(code_on("<p>The driver has your code.</p>"), None);
    }
}
