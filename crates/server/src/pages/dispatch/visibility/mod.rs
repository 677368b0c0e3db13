//! The page on which it is decided what recipients see: whose rules, what they say, what a recipient would see, and who
//! changed them.
//!
//! Dispatchers read it and try rules out; administrators set them.

mod form;
mod page;
mod seen;
mod whose;

use axum::Form;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use doorstep_domain::{Parcel, TrackingView};
use doorstep_store::{Account, Role, RulesOf};
use http::StatusCode;

use crate::access::{Admin, Author, Dispatcher};
use crate::error::ApiError;
use crate::pages::visit::{Visit, draw};
use crate::state::AppState;
use crate::visibility::{self, Draft};

pub(crate) use form::{Trouble, Typed};
pub(crate) use page::{Facts, VisibilityPage};
pub(crate) use whose::Whose;

use form::RulesForm;
use whose::Asked;

/// So many changes are shown.
const CHANGES_SHOWN: u32 = 20;

/// `GET /dispatch/visibility`
pub(crate) async fn get(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, ApiError> {
    let Some(whose) = asked.whose(&shared, account.operator).await? else {
        let page = unknown(&shared, &account, &visit, &asked).await?;
        return Ok((StatusCode::NOT_FOUND, page).into_response());
    };
    let mut facts = facts(&shared, &account, whose).await?;
    facts.is_saved = asked.is_saved();
    Ok(show(&visit, &facts)?.into_response())
}

/// `POST /dispatch/visibility`: sets rules. What does not fit is told where it was typed.
pub(crate) async fn set(
    State(shared): State<AppState>,
    Admin(account): Admin,
    visit: Visit,
    Form(form): Form<RulesForm>,
) -> Result<Response, ApiError> {
    let whose = form.whose(&shared, account.operator).await?;
    let trouble = match form.rules(&whose.of) {
        Ok(rules) => {
            let author = Author::from(&account);
            let version = form.version().ok_or_else(ApiError::not_found)?;
            match visibility::set(&shared, author, whose.of.clone(), &rules, Some(version)).await {
                Ok(_version) => return Ok(Redirect::to(&whose.address("saved=1")).into_response()),
                Err(error) if error.code() == "version_changed" => Trouble::Changed,
                Err(error) if error.code() == "too_many_senders" => Trouble::TooManySenders,
                Err(error) => return Err(error),
            }
        }
        Err(trouble) => trouble,
    };
    let status = if trouble == Trouble::Changed {
        StatusCode::PRECONDITION_FAILED
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let facts =
        Facts { typed: form.typed(), trouble: Some(trouble), ..facts(&shared, &account, whose).await? };
    Ok((status, show(&visit, &facts)?).into_response())
}

/// `POST /dispatch/visibility/preview`: what a recipient would see under the rules that were typed. Nothing is changed, and
/// the look is recorded.
pub(crate) async fn preview(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
    Form(form): Form<RulesForm>,
) -> Result<Response, ApiError> {
    let whose = form.whose(&shared, account.operator).await?;
    let looked = look(&shared, &account, &whose.of, &form).await?;
    let facts = Facts { typed: form.typed(), ..facts(&shared, &account, whose).await? };
    Ok(match looked {
        Ok(seen) => show(&visit, &Facts { seen: Some(seen), ..facts })?.into_response(),
        Err(trouble) => {
            let page = show(&visit, &Facts { trouble: Some(trouble), ..facts })?;
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    })
}

async fn look(
    shared: &AppState,
    account: &Account,
    of: &RulesOf,
    form: &RulesForm,
) -> Result<Result<(Parcel, TrackingView), Trouble>, ApiError> {
    let rules = match form.rules(of) {
        Ok(rules) => rules,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let found = shared.store.find_parcel_by_number(account.operator, form.parcel()).await?;
    let Some(parcel) = found else { return Ok(Err(Trouble::UnknownParcel)) };
    let draft = Draft { of: of.clone(), rules };
    visibility::preview(shared, &Author::from(account), parcel.id, draft).await.map(Ok)
}

/// The page of the operator's own rules, with word that there is no such parcel or region.
async fn unknown(
    shared: &AppState,
    account: &Account,
    visit: &Visit,
    asked: &Asked,
) -> Result<Html<String>, ApiError> {
    let whose = Whose::operator(shared, account.operator).await?;
    let typed = Typed { parcel: asked.number().to_owned(), ..Typed::default() };
    show(
        visit,
        &Facts { typed, trouble: Some(Trouble::UnknownParcel), ..facts(shared, account, whose).await? },
    )
}

async fn facts(shared: &AppState, account: &Account, whose: Whose) -> Result<Facts, ApiError> {
    let current = visibility::current(shared, account.operator, whose.of.clone()).await?;
    let others = Whose::all(shared, account.operator).await?;
    let changes = shared.store.list_rule_changes(account.operator, None, CHANGES_SHOWN).await?.rows;
    Ok(Facts {
        typed: Typed::of(&current.rules, &whose),
        whose,
        current,
        others,
        changes,
        may_set: account.role == Role::Admin,
        trouble: None,
        seen: None,
        is_saved: false,
    })
}

fn show(visit: &Visit, facts: &Facts) -> Result<Html<String>, ApiError> {
    draw(&VisibilityPage::new(visit.frame("visibility-title", facts.whose.address("")), facts))
}
