//! `doorstep admin privacy-report`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use doorstep_server::privacy::{Facts, Rules, Switch, reports};
use jiff::Timestamp;

use super::super::ConfigArgs;
use crate::config::Config;
use crate::database::sqlite_path;
use crate::{accounts, wiring};

/// The options of `doorstep admin privacy-report`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// The folder that the reports go to, one for each language
    #[arg(long, env = "DOORSTEP_OUT")]
    out: PathBuf,
}

/// Writes the reports.
pub(super) async fn run(args: &Args) -> Result<()> {
    let config = args.config.load()?;
    let rules = rules(&config).await?;
    for path in write(&facts(&config, rules)?, &args.out)? {
        println!("{}", path.display());
    }
    Ok(())
}

/// The rules that are set; those that hold by default where there is no database yet, which is not made here.
async fn rules(config: &Config) -> Result<Rules> {
    let path = sqlite_path(&config.database.url)?;
    if !path.exists() {
        return Ok(Rules::default());
    }
    let store = wiring::open_database(&path).await?;
    let operator = accounts::the_operator(store.as_ref()).await?;
    Ok(Rules::read(store.as_ref(), operator, Timestamp::now()).await?)
}

fn facts(config: &Config, rules: Rules) -> Result<Facts> {
    let switches = [
        (Switch::Streets, config.roads.extract.is_some()),
        (Switch::Map, config.map.tiles.is_some()),
        (Switch::Mail, config.mail.server.is_some()),
        (Switch::Webhook, config.webhook.url.is_some()),
        (Switch::Carriers, !config.carriers.is_empty()),
        (Switch::Ntfy, !config.ntfy.servers.0.is_empty()),
        (Switch::Homes, config.mqtt.url.is_some()),
        (Switch::Provider, config.oidc.issuer.is_some()),
    ];
    Ok(Facts {
        operator: config.operator.name.clone(),
        settings: wiring::settings(config, None)?,
        rules,
        discretion: config.release.0,
        on: switches.into_iter().filter(|(_, is_on)| *is_on).map(|(switch, _)| switch).collect(),
    })
}

fn write(facts: &Facts, out: &Path) -> Result<Vec<PathBuf>> {
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    let mut written = Vec::new();
    for (language, report) in reports(facts) {
        let path = out.join(format!("{language}.md"));
        std::fs::write(&path, report).with_context(|| format!("{} cannot be written", path.display()))?;
        written.push(path);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use doorstep_server::retention::{Data, Retention};

    use super::*;

    #[test]
    fn the_committed_reports_are_those_of_the_default_configuration() {
        let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/privacy");
        let facts = facts(&Config::default(), Rules::default()).expect("the defaults are right");
        for (language, report) in reports(&facts) {
            let path = documents.join(format!("{language}.md"));
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                committed == report,
                "{} is stale; make it anew with `doorstep admin privacy-report --out docs/privacy` in a folder \
                 without doorstep.toml and database",
                path.display()
            );
        }
    }

    #[tokio::test]
    async fn a_report_says_what_is_set() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut config = Config::default();
        config.database.url = format!("sqlite:{}", folder.path().join("doorstep.db").display());
        config.retention.terms = Retention::default().with(Data::TourLogs, 7).expect("it is allowed");
        config.retention.tour_purpose = Some("To answer complaints.".to_owned());
        config.mail.server = Some("mail.example.org".to_owned());
        assert!(!folder.path().join("doorstep.db").exists());
        let rules = rules(&config).await.expect("no database is no trouble");
        assert!(!folder.path().join("doorstep.db").exists(), "and none is made");
        let written = write(&facts(&config, rules).expect("it is right"), &folder.path().join("out"));
        let english = std::fs::read_to_string(&written.expect("it can be written")[0]).expect("it is there");
        assert!(english.contains("| 7 days after the service day"), "{english}");
        assert!(english.contains("kept for so long for this purpose: To answer complaints."), "{english}");
        assert!(english.contains("E-mail is sent to recipients who asked for it."), "{english}");
    }
}
