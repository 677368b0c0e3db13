//! What the demo tells the person who looks.

use doorstep_simulator::Pace;
use doorstep_simulator::operator::Operator;
use jiff::tz::TimeZone;

use super::TIME_ZONE;
use super::cast::{PASSWORD, email};
use super::folder::Memory;

/// Says which pages to open, with which logins, and what to look at.
pub(crate) async fn tell(base: &str, memory: &Memory, operator: &Operator, pace: Pace, lasting: bool) {
    let zone = TimeZone::get(TIME_ZONE).unwrap_or(TimeZone::UTC);
    let clock = pace.now().to_zoned(zone).strftime("%H:%M").to_string();
    println!();
    println!("  Example Express delivers in Monaco: {} drivers on real streets.", memory.crews.len());
    println!("  The demo's clock shows {clock} and runs {} times as fast as yours.", pace.rate());
    println!();
    println!("  Recipients: open {base}/ and log in. The password is always {PASSWORD}");
    for shown in &memory.shown {
        println!("    {:<26} {}", shown.email, shown.about);
    }
    println!();
    println!("  Begin with {}: \"Track delivery\", then wait for the map, the count and the", email("near"));
    println!("  van. Name a safe place before the driver comes, and see it on the driver's page.");
    println!();
    if let Some(crew) = memory.crews.first() {
        match operator.driver_code(&crew.driver.id).await {
            Ok(code) => println!("  Driver 1:   {base}/driver    one-time code {code}"),
            Err(error) => tracing::warn!(%error, "no code for the driver's page could be made"),
        }
    }
    println!("  Dispatcher: {base}/dispatch  {} / {PASSWORD}", email("dispatcher"));
    println!("  Interface:  {base}/v1/openapi.json");
    println!();
    if lasting {
        println!("  Stop it with Ctrl-C, or pull the plug: the same command goes on where it was.");
    } else {
        println!("  Stop it with Ctrl-C. With --data DIR it would go on where it was after a restart.");
    }
    println!();
}
