//! The description of the interface, OpenAPI 3.1: each handler describes itself, and who may call it is read from the
//! table of access, so that the two cannot disagree.

use std::sync::LazyLock;

use doorstep_wire::problem::{CONTENT_TYPE as PROBLEM_JSON, Problem};
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{Components, ContentBuilder, OpenApi as Document, Ref, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use super::{driver, embed, operator, phones, recipient, service};
use crate::access::table::{self, Access, Verb};
use crate::access::{CookieName, DEVICE_COOKIE, SESSION_COOKIE};

/// The document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Doorstep",
        description = "Live delivery tracking. Instants are RFC 3339, ids are 32 hexadecimal digits, what is not known \
                       is absent. Errors are problem documents (RFC 9457) with a stable `code`; what is not yours is \
                       answered like what is not there."
    ),
    tags(
        (name = "operator", description = "For a carrier's own systems"),
        (name = "embed", description = "For pages of shops that show how a parcel stands"),
        (name = "driver", description = "For the driver's app"),
        (name = "phones", description = "For trackers that speak dialects of their own"),
        (name = "recipient", description = "For whoever waits for a parcel"),
        (name = "service", description = "For whoever runs the server"),
    ),
    components(schemas(Problem)),
    modifiers(&Rules),
    paths(
        operator::drivers::create,
        operator::drivers::make_code,
        operator::devices::create,
        operator::devices::list,
        operator::devices::revoke,
        operator::recipients::create,
        operator::recipients::set_phone,
        operator::parcels::create::create,
        operator::parcels::read::list,
        operator::parcels::read::get,
        operator::parcels::change::change,
        operator::parcels::hear::hear,
        operator::regions::create,
        operator::regions::list,
        operator::regions::remove,
        operator::pickup_points::create,
        operator::pickup_points::list,
        operator::pickup_points::change,
        operator::pickup_points::remove,
        operator::visibility::own::get,
        operator::visibility::own::set,
        operator::visibility::changes::list,
        operator::visibility::senders::list,
        operator::visibility::senders::get,
        operator::visibility::senders::set,
        operator::visibility::regions::get,
        operator::visibility::regions::set,
        operator::visibility::parcels::get,
        operator::visibility::parcels::set,
        operator::visibility::preview::preview,
        operator::audit::list,
        operator::tours::create::create,
        operator::tours::list::list,
        operator::tours::read::get,
        operator::tours::change::change,
        operator::tours::add_events::add_events,
        operator::tours::explain::explain,
        operator::accuracy::read,
        operator::ratings::read,
        operator::reports::list,
        operator::reports::answer,
        operator::experience::read,
        operator::experience::forget,
        embed::tokens::create,
        embed::tracking::get,
        embed::tracking::stream,
        driver::session::log_in,
        driver::session::log_out,
        driver::tour::get,
        driver::privacy::get,
        driver::events::add,
        driver::photo::put,
        driver::place_photo::see,
        phones::owntracks::post,
        phones::osmand::get,
        phones::osmand::post,
        phones::traccar::post,
        recipient::session::log_in,
        recipient::session::log_out,
        recipient::sessions::list,
        recipient::sessions::end,
        recipient::sessions::end_others,
        recipient::passkeys::begin_log_in,
        recipient::passkeys::log_in,
        recipient::passkeys::begin_adding,
        recipient::passkeys::add,
        recipient::passkeys::list,
        recipient::passkeys::remove,
        recipient::push::key,
        recipient::push::list,
        recipient::push::put,
        recipient::push::remove,
        recipient::orders::list,
        recipient::tracking::get,
        recipient::tracking::stream,
        recipient::proof::photo,
        recipient::instruction::give,
        recipient::instruction::take_back,
        recipient::calendar::get,
        recipient::calendar::make,
        recipient::calendar::end,
        recipient::access_notes::tell,
        recipient::later::put,
        recipient::mark::show,
        recipient::mark::send,
        recipient::mark::see,
        recipient::elsewhere::choose_day,
        recipient::elsewhere::list_points,
        recipient::elsewhere::choose_point,
        recipient::elsewhere::to_the_door,
        recipient::rating::rate,
        recipient::report::send,
        recipient::shares::give,
        recipient::shares::list,
        recipient::shares::take_back,
        recipient::notifications::get,
        recipient::notifications::set,
        service::health::alive,
        service::health::ready,
        service::document::get,
        crate::metrics::read,
    )
)]
struct Interface;

/// The document, as JSON.
pub(crate) fn text() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let mut document = Interface::openapi();
        env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
        document.to_json().expect("a document of texts and lists can be written as JSON")
    });
    &TEXT
}

/// What holds for every operation.
struct Rules;

impl Modify for Rules {
    fn modify(&self, document: &mut Document) {
        add_schemes(document.components.get_or_insert_with(Components::new));
        for (path, item) in &mut document.paths.paths {
            for (verb, operation) in operations(item) {
                if let Some(row) = table::find(verb, path) {
                    operation.security = security(row.access);
                }
                operation.operation_id = Some(id(verb, path));
                add_problem(operation);
            }
        }
    }
}

/// What an operation is called: unlike the names of handlers, no two are the same.
fn id(verb: Verb, path: &str) -> String {
    let words = path.split(['/', '.', '-']).map(|word| word.trim_matches(['{', '}']));
    let words = words.filter(|word| !word.is_empty() && *word != "v1");
    std::iter::once(verb.name().to_ascii_lowercase())
        .chain(words.map(str::to_owned))
        .collect::<Vec<_>>()
        .join("_")
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (Verb, &mut Operation)> {
    let all = [
        (Verb::Get, &mut item.get),
        (Verb::Post, &mut item.post),
        (Verb::Put, &mut item.put),
        (Verb::Patch, &mut item.patch),
        (Verb::Delete, &mut item.delete),
    ];
    all.into_iter().filter_map(|(verb, operation)| Some((verb, operation.as_mut()?)))
}

fn add_schemes(components: &mut Components) {
    let bearer = |about: &str| {
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.description = Some(about.to_owned());
        SecurityScheme::Http(scheme)
    };
    let cookie = |cookie: CookieName| {
        let about = "Over plain http, as on this machine, the name goes without `__Host-`";
        let value = ApiKeyValue::with_description(cookie.documented(), about);
        SecurityScheme::ApiKey(ApiKey::Cookie(value))
    };
    components.add_security_scheme("operator_key", bearer("A key of `doorstep admin key`"));
    components.add_security_scheme("device_token", bearer("A token of `POST /v1/devices`"));
    components.add_security_scheme("device_password", SecurityScheme::Http(Http::new(HttpAuthScheme::Basic)));
    components.add_security_scheme("device_cookie", cookie(DEVICE_COOKIE));
    components.add_security_scheme("session", cookie(SESSION_COOKIE));
}

fn security(access: Access) -> Option<Vec<SecurityRequirement>> {
    let any_of = |names: &[&str]| {
        Some(names.iter().map(|name| SecurityRequirement::new::<_, _, String>(*name, [])).collect())
    };
    match access {
        Access::OperatorRead | Access::OperatorWrite | Access::Shop => any_of(&["operator_key"]),
        Access::Staff => any_of(&["operator_key", "session"]),
        Access::Device => any_of(&["device_token", "device_cookie"]),
        Access::Phone => any_of(&["device_token", "device_password"]),
        Access::Account | Access::Recipient | Access::Dispatcher | Access::Admin => any_of(&["session"]),
        Access::Open
        | Access::Visitor
        | Access::Guest
        | Access::Share
        | Access::Calendar
        | Access::Embedded
        | Access::Internal => None,
    }
}

/// Whatever goes wrong is told in the same shape.
fn add_problem(operation: &mut Operation) {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let response = ResponseBuilder::new()
        .description("What went wrong, as a problem document")
        .content(PROBLEM_JSON, content)
        .build();
    operation.responses.responses.insert("default".to_owned(), response.into());
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use doorstep_wire::words::{HiddenWord, KindWord, StatusWord, Word as _};
    use serde_json::Value;

    use super::*;
    use crate::access::table::{Face, TABLE};

    fn document() -> Value {
        serde_json::from_str(text()).unwrap()
    }

    /// Every operation of the document, such as `get /v1/tours`.
    fn described(document: &Value) -> BTreeSet<String> {
        let paths = document["paths"].as_object().unwrap();
        let verbs = |(path, item): (&String, &Value)| {
            let verbs =
                item.as_object().unwrap().keys().map(|verb| format!("{verb} {path}")).collect::<Vec<_>>();
            verbs.into_iter()
        };
        paths.iter().flat_map(verbs).collect()
    }

    /// Whether a route belongs to the interface for programs rather than to a page.
    fn is_interface(path: &str) -> bool {
        ["/v1/", "/ingest/", "/healthz", "/readyz", "/metrics"].iter().any(|prefix| path.starts_with(prefix))
    }

    #[test]
    fn every_route_for_programs_is_described_and_nothing_else() {
        let rows = TABLE.iter().filter(|row| row.face == Face::Api && is_interface(row.path));
        let rows: BTreeSet<String> =
            rows.map(|row| format!("{} {}", format!("{:?}", row.verb).to_lowercase(), row.path)).collect();
        assert_eq!(described(&document()), rows);
    }

    #[test]
    fn no_two_operations_have_one_name() {
        let document = document();
        let items = document["paths"].as_object().unwrap().values();
        let operations = items.flat_map(|item| item.as_object().unwrap().values());
        let ids: Vec<&str> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert!(ids.contains(&"get_parcels_id_tracking_stream"), "{ids:?}");
    }

    #[test]
    fn words_are_described_as_they_are_written() {
        let document = document();
        let described = |name: &str| {
            let words = document["components"]["schemas"][name]["enum"].as_array().unwrap();
            words.iter().map(|word| word.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(described("StatusWord"), StatusWord::words());
        assert_eq!(described("KindWord"), KindWord::words());
        assert_eq!(described("HiddenWord"), HiddenWord::words());
        for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
            let words = schema["enum"].as_array().into_iter().flatten();
            for word in words.map(|word| word.as_str().unwrap()) {
                assert!(word.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{name} has {word}");
            }
        }
    }

    #[test]
    fn what_a_route_asks_of_its_caller_is_what_the_table_says() {
        let document = document();
        for (verb, path, scheme) in [
            ("post", "/v1/tours", Some("operator_key")),
            ("get", "/v1/tours/{id}/explanation", Some("operator_key")),
            ("get", "/v1/driver/tour", Some("device_token")),
            ("get", "/v1/orders", Some("session")),
            ("post", "/v1/session", None),
        ] {
            let security = &document["paths"][path][verb]["security"];
            assert_eq!(
                security[0].as_object().and_then(|s| s.keys().next().map(String::as_str)),
                scheme,
                "{path}"
            );
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        assert_eq!(document["openapi"], "3.1.0");
        let mut waiting = vec![&document];
        let mut references = 0;
        while let Some(value) = waiting.pop() {
            match value {
                Value::Object(fields) => {
                    if let Some(Value::String(reference)) = fields.get("$ref") {
                        let pointer = reference.trim_start_matches('#');
                        assert!(document.pointer(pointer).is_some(), "{reference}");
                        references += 1;
                    }
                    waiting.extend(fields.values());
                }
                Value::Array(items) => waiting.extend(items),
                _ => {}
            }
        }
        assert!(references > 100, "{references}");
    }
}
