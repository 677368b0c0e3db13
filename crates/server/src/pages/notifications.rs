//! `POST /notifications`: what a recipient wants to be told by e-mail.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Redirect;
use doorstep_store::{Channel, MessageKind};
use url::form_urlencoded;

use super::login::own_path;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// The form: all kinds that are wanted, or one more beside those that are.
#[derive(Debug, Default, PartialEq, Eq)]
struct NoticesForm {
    kinds: Vec<MessageKind>,
    add: Option<MessageKind>,
    back: String,
}

impl NoticesForm {
    /// Reads the form. Check boxes repeat their name, and one that is not checked is not sent.
    fn read(body: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match &*name {
                "email" => form.kinds.extend(kind(&value)),
                "add" => form.add = kind(&value),
                "back" => form.back = value.into_owned(),
                _ => {}
            }
        }
        form.kinds.sort();
        form.kinds.dedup();
        form
    }
}

fn kind(name: &str) -> Option<MessageKind> {
    MessageKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}

/// Remembers the choice and leads back.
pub(super) async fn post(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    body: Bytes,
) -> Result<Redirect, ApiError> {
    let form = NoticesForm::read(&body);
    let kinds = match form.add {
        Some(add) => {
            let mut kinds = shared.store.subscription(account.id, Channel::Email).await?;
            kinds.retain(|kind| *kind != add);
            kinds.push(add);
            kinds
        }
        None => form.kinds,
    };
    shared.store.set_subscription(account.id, Channel::Email, kinds, shared.clock.now()).await?;
    shared.live.recipient_changed(account.id);
    let back = own_path(&form.back).filter(|back| !back.contains(['?', '#'])).unwrap_or("/orders");
    Ok(Redirect::to(&format!("{back}?saved=1")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_boxes_are_read_by_their_repeated_name() {
        let form =
            NoticesForm::read(b"back=%2Forders&email=failed&email=map_open&email=failed&email=nonsense");
        assert_eq!(form.kinds, [MessageKind::MapOpen, MessageKind::Failed]);
        assert_eq!((form.back.as_str(), form.add), ("/orders", None));
        assert_eq!(NoticesForm::read(b"add=delivered").add, Some(MessageKind::Delivered));
        assert_eq!(NoticesForm::read(b""), NoticesForm::default());
    }
}
