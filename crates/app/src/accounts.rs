//! People, keys and the operator, made straight in the database: by `admin`, and before there is any key to ask with.

use anyhow::{Context as _, Result, bail};
use doorstep_domain::visibility::SenderKey;
use doorstep_domain::{OperatorId, Personal, RecipientId};
pub(crate) use doorstep_server::secret::{code_hash, fresh_code};
use doorstep_server::secret::{fresh_token, hash_password, token_hash};
use doorstep_store::{Account, ApiKey, Operator, Role, Scope, Store, StoreError};
use rand::RngExt as _;

use crate::config::OperatorConfig;

/// Letters and digits that nobody takes for each other.
const PASSWORD_LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Four times four of 32 letters: 80 bits.
const PASSWORD_GROUPS: usize = 4;
const PASSWORD_GROUP: usize = 4;

/// The operator that the configuration names: made on the first start, and changed to what is written there later.
///
/// # Errors
/// When the database fails, or holds several operators.
pub(crate) async fn ensure_operator(store: &dyn Store, config: &OperatorConfig) -> Result<Operator> {
    let id = match store.list_operators().await?.as_slice() {
        [] => OperatorId::from_u128(random_bits()),
        [one] => one.id,
        _ => bail!("the database holds several operators, and this version serves one"),
    };
    let wanted = Operator {
        id,
        name: config.name.clone(),
        time_zone: config.time_zone.clone(),
        language: config.language.clone(),
    };
    store.put_operator(wanted.clone()).await?;
    Ok(wanted)
}

/// The operator that the database works for.
///
/// # Errors
/// When there is none yet, or more than one.
pub(crate) async fn the_operator(store: &dyn Store) -> Result<Operator> {
    let mut operators = store.list_operators().await?;
    match (operators.pop(), operators.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => bail!("the database holds several operators, and this version serves one"),
        (None, _) => bail!("the database holds no operator yet; start the server once"),
    }
}

/// Makes an API key; what is given back is kept nowhere.
///
/// # Errors
/// When the database fails.
pub(crate) async fn create_key(store: &dyn Store, label: &str, scopes: Vec<Scope>) -> Result<String> {
    keep_key(store, label, scopes, None).await
}

/// Makes the key of a shop, whose pages may show how its own parcels stand; what is given back is kept nowhere.
///
/// # Errors
/// When the database fails.
pub(crate) async fn create_shop_key(store: &dyn Store, label: &str, shop: &str) -> Result<String> {
    let sender = SenderKey::of(&Personal::new(shop));
    keep_key(store, label, vec![Scope::Embed], Some(sender)).await
}

async fn keep_key(
    store: &dyn Store,
    label: &str,
    scopes: Vec<Scope>,
    sender: Option<SenderKey>,
) -> Result<String> {
    let operator = the_operator(store).await?;
    let key = fresh_token();
    let kept = ApiKey {
        token: token_hash(&key),
        operator: operator.id,
        label: label.to_owned(),
        scopes,
        sender,
        revoked_at: None,
    };
    store.insert_key(kept).await?;
    Ok(key)
}

/// Someone who shall log in.
pub(crate) struct NewUser {
    /// The e-mail address to log in with.
    pub(crate) email: String,
    /// How pages address them.
    pub(crate) name: String,
    /// What they may do.
    pub(crate) role: Role,
    /// The password.
    pub(crate) password: String,
}

/// Adds someone who logs in.
///
/// # Errors
/// When the address is none or has an account already, or the database fails.
pub(crate) async fn create_user(store: &dyn Store, user: &NewUser) -> Result<()> {
    let email = user.email.trim().to_lowercase();
    if email.split_once('@').is_none_or(|(name, host)| name.is_empty() || host.is_empty()) {
        bail!("{:?} is no e-mail address", user.email);
    }
    let operator = the_operator(store).await?;
    let password = user.password.clone();
    let password_hash = tokio::task::spawn_blocking(move || hash_password(&password))
        .await
        .context("the password cannot be hashed")?;
    let account = Account {
        id: RecipientId::from_u128(random_bits()),
        operator: operator.id,
        role: user.role,
        email: Personal::new(email),
        name: Personal::new(user.name.clone()),
        password_hash,
        language: None,
        time_zone: None,
    };
    match store.insert_account(account).await {
        Err(StoreError::Conflict { .. }) => bail!("{} has an account already", user.email),
        answer => Ok(answer?),
    }
}

/// A password that nobody chose.
pub(crate) fn fresh_password() -> String {
    let mut random = rand::rng();
    let mut letter = || {
        let index = random.random_range(0..PASSWORD_LETTERS.len());
        PASSWORD_LETTERS.get(index).map_or('x', |letter| char::from(*letter))
    };
    let groups: Vec<String> =
        (0..PASSWORD_GROUPS).map(|_| (0..PASSWORD_GROUP).map(|_| letter()).collect()).collect();
    groups.join("-")
}

/// The bits of a new identity.
pub(crate) fn random_bits() -> u128 {
    rand::rng().random()
}

#[cfg(test)]
mod tests {
    use doorstep_store::Keys as _;
    use doorstep_store::memory::MemoryStore;

    use super::*;

    fn config(name: &str) -> OperatorConfig {
        OperatorConfig { name: name.to_owned(), ..OperatorConfig::default() }
    }

    #[tokio::test]
    async fn an_operator_is_made_once_and_renamed() {
        let store = MemoryStore::new();
        assert!(the_operator(&store).await.expect_err("there is none").to_string().contains("no operator"));
        let first = ensure_operator(&store, &config("One")).await.expect("the store works");
        let second = ensure_operator(&store, &config("Two")).await.expect("the store works");
        assert_eq!(first.id, second.id);
        assert_eq!(the_operator(&store).await.expect("there is one").name, "Two");
    }

    #[tokio::test]
    async fn a_key_opens_and_is_not_kept() {
        let store = MemoryStore::new();
        ensure_operator(&store, &config("One")).await.expect("the store works");
        let key = create_key(&store, "planning", vec![Scope::OperatorRead]).await.expect("the store works");
        let found =
            store.find_key(token_hash(&key)).await.expect("the store works").expect("the key is known");
        assert_eq!((found.label.as_str(), found.scopes), ("planning", vec![Scope::OperatorRead]));
    }

    #[tokio::test]
    async fn an_address_has_one_account() {
        let store = MemoryStore::new();
        ensure_operator(&store, &config("One")).await.expect("the store works");
        let user = |email: &str| NewUser {
            email: email.to_owned(),
            name: "N".to_owned(),
            role: Role::Recipient,
            password: fresh_password(),
        };
        create_user(&store, &user("a@example.org")).await.expect("it is the first");
        let again = create_user(&store, &user("A@Example.org")).await.expect_err("it is the second");
        assert!(again.to_string().contains("has an account already"), "{again}");
        assert!(
            create_user(&store, &user("nobody"))
                .await
                .expect_err("it is none")
                .to_string()
                .contains("no e-mail")
        );
    }

    #[test]
    fn passwords_are_long_and_differ() {
        let (one, other) = (fresh_password(), fresh_password());
        assert_eq!(one.chars().count(), 19, "{one}");
        assert_ne!(one, other);
    }
}
