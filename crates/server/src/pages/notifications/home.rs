//! The part of `/notifications` about homes: where Home Assistant reads when parcels come.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use doorstep_store::HomeLink;
use serde::Deserialize;

use crate::access::Recipient;
use crate::error::ApiError;
use crate::homes::{self, MqttSettings, discovery_prefix};
use crate::state::AppState;

/// What is shown of homes, where there is a broker.
#[derive(Debug)]
pub(super) struct HomePart {
    /// What someone types at home; `None` while it is turned off.
    pub(super) is_on: Option<HomeFields>,
}

/// What someone types into Home Assistant.
#[derive(Debug)]
pub(super) struct HomeFields {
    pub(super) broker: String,
    /// The name of the client, which is the key: by it the broker knows what may be read.
    pub(super) client: String,
    pub(super) prefix: String,
}

impl HomePart {
    /// What someone with this key sees.
    pub(super) fn new(settings: &MqttSettings, link: Option<&HomeLink>) -> Self {
        let is_on = link.map(|link| HomeFields {
            broker: settings.shown().to_owned(),
            client: link.key.reveal().to_owned(),
            prefix: discovery_prefix(link),
        });
        Self { is_on }
    }
}

/// On, or off.
#[derive(Deserialize)]
pub(in crate::pages) struct HomeForm {
    end: Option<String>,
}

/// `POST /notifications/home`: turns it on or off and leads back.
pub(in crate::pages) async fn post(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Form(form): Form<HomeForm>,
) -> Result<Redirect, ApiError> {
    if form.end.is_some() {
        homes::end(&shared, &account).await?;
    } else {
        homes::give(&shared, &account).await?;
    }
    Ok(Redirect::to("/notifications?saved=1#home"))
}
