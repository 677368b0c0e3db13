//! How well attackers find other stops in what was released of a scenario.

use anyhow::Result;
use doorstep_attackers::{Case, Options, judge};

use crate::commands::bench::AttackArgs;
use crate::output;

/// Lets the attackers see a released file and prints what they found.
///
/// # Errors
/// When the scenario or the released file cannot be read, or do not belong together.
pub(crate) fn run(args: &AttackArgs) -> Result<()> {
    let case = Case::read(&args.scenario)?;
    let viewers = usize::try_from(args.viewers)?;
    let options = Options { seed: args.seed, viewers, has_control: !args.no_control };
    let verdict = judge(&case, &args.released, options)?;
    if args.json {
        return output::json(&verdict);
    }
    println!("{verdict}");
    Ok(())
}
