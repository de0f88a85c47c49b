//! The arguments, with the help they carry.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::aside::AsideArgs;
use super::draft::DraftArgs;
use super::explain::ExplainArgs;
use super::init::InitArgs;
use super::mend::MendArgs;
use super::output::Output;
use super::recall::CacheArgs;
use super::since::SinceArg;
use crate::config::{Choice, DefaultDate, FailOn};
use crate::report::Detail;
use crate::rules::Severity;

/// Hold articles against the facts you stand by.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true, disable_help_subcommand = true)]
#[command(after_long_help = EXIT_STATUS)]
pub(crate) struct Factlint {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  nothing conflicts, or nothing that --fail-on counts
  1  a claim conflicts, or an example in a rule file does not come out
  2  what was asked could not be done, or not all of it

NO_COLOR turns colours off where --color does not say. factlint.yaml, here or in a folder above, \
configures a project: see factlint config.";

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a first project: settings, a rule file that explains itself, hooks for commits
    ///
    /// Nothing that is there is written over. What is written passes factlint test and factlint
    /// check as it is.
    Init(InitArgs),

    /// Draft a rule file from sentences or articles: facts with examples, to be looked up
    ///
    /// The draft goes to stdout, and passes factlint test. Exit status: 2 when there is nothing to
    /// state.
    Draft(DraftArgs),

    /// Check articles against the facts
    ///
    /// Exit status: 0 when nothing at or above --fail-on conflicts, 1 when something does, 2 when
    /// the check or part of it could not be done.
    Check(CheckArgs),

    /// Run the examples in rule files
    ///
    /// Each example is an article of its own. Exit status: 1 when one does not come out, 2 when a
    /// rule file has a mistake.
    Test(TestArgs),

    /// Show everything seen in articles: dates, blocks, values, and with rules mentions and claims
    Inspect(InspectArgs),

    /// Explain one fact, or one place of an article
    ///
    /// A fact: what it expects, where it is stated, how it would be found. A place: what stands
    /// there, what is claimed of it and how it is judged, or why nothing is.
    Explain(ExplainArgs),

    /// List the facts, with how often each was seen when articles are named
    List(ListArgs),

    /// Show the settings of a check, each with where it comes from
    Config(SettingsArgs),

    /// Print the JSON Schema of rule files or of the configuration, for editors
    Schema(SchemaArgs),

    /// Print a shell's completions
    ///
    /// Put them where your shell looks for them, for instance:
    /// factlint completions bash > ~/.local/share/bash-completion/completions/factlint
    Completions(CompletionsArgs),

    /// Print the manual page of factlint, or of one of its commands
    ///
    /// To read it: factlint man | man -l -
    Man(ManArgs),
}

/// Where the settings stand.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct ConfigArgs {
    /// The configuration [default: factlint.yaml or .factlint.yaml here or in a folder above]
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration
    #[arg(long)]
    pub(crate) isolated: bool,
}

/// Where the facts stand.
#[derive(Debug, Args)]
#[command(next_help_heading = "Facts")]
pub(crate) struct RulesArg {
    /// A rule file, or a folder of them (.yaml, .yml); repeatable [default: ./rules]
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<String>,
}

/// Which facts, and how much they weigh.
#[derive(Debug, Args)]
#[command(next_help_heading = "Facts")]
pub(crate) struct ChoiceArgs {
    /// Check these facts only: ids, or globs over ids; repeatable
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = Choice::parse)]
    pub(crate) select: Vec<Choice>,

    /// Leave these facts out: ids, or globs over ids; repeatable
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = Choice::parse)]
    pub(crate) ignore: Vec<Choice>,

    /// How much conflicts with these facts weigh: error, warning, info; repeatable
    #[arg(long, value_name = "ID=SEVERITY", value_delimiter = ',', value_parser = weight)]
    pub(crate) severity: Vec<(Choice, Severity)>,
}

/// Which articles.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Articles")]
pub(crate) struct ArticleArgs {
    /// Articles, or folders of them; - reads standard input [default: the current folder]
    #[arg(value_name = "PATHS", help_heading = None::<&str>)]
    pub(crate) paths: Vec<String>,

    /// What standard input is called, and so its format
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,

    /// Leave out articles whose path matches, as in a .gitignore; repeatable
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<String>,

    /// Leave out what is excluded or ignored even when it is named
    #[arg(long)]
    pub(crate) force_exclude: bool,

    /// The date of articles that state none; or today, or modified (the file's) [default: none]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = default_date)]
    pub(crate) date: Option<DefaultDate>,

    /// The date of every article, whatever it states
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) override_date: Option<Date>,
}

/// How to talk to the terminal.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Report")]
pub(crate) struct LookArgs {
    /// When to use colours
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(crate) color: Colour,

    /// Tell less: conflicts and the last line
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Tell more: unjudged claims and facts never mentioned
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

impl LookArgs {
    pub(crate) fn detail(&self) -> Detail {
        match (self.quiet, self.verbose) {
            (true, _) => Detail::Quiet,
            (false, true) => Detail::Verbose,
            (false, false) => Detail::Normal,
        }
    }
}

/// `factlint config`, and what else has all settings
#[derive(Debug, Args)]
pub(crate) struct SettingsArgs {
    #[command(flatten)]
    pub(crate) articles: ArticleArgs,

    #[command(flatten)]
    pub(crate) rules: RulesArg,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    /// The least severity of a conflict that fails the check [default: error]
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on(), help_heading = "Settings")]
    pub(crate) fail_on: Option<FailOn>,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// `factlint check`
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,

    /// How to report: human, short, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson,
    /// markdown; =FILE writes to a file; repeatable
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "human", value_parser = Output::parse, help_heading = "Report")]
    pub(crate) format: Vec<Output>,

    #[command(flatten)]
    pub(crate) mend: MendArgs,

    #[command(flatten)]
    pub(crate) aside: AsideArgs,

    #[command(flatten)]
    pub(crate) since: SinceArg,

    #[command(flatten)]
    pub(crate) cache: CacheArgs,

    /// Count claims by fact, and the reasons why some went unjudged, after the report
    #[arg(long, help_heading = "Report")]
    pub(crate) statistics: bool,

    /// Check again whenever an article, a rule file or the configuration changes
    #[arg(long, conflicts_with = "show_files", help_heading = "Settings")]
    pub(crate) watch: bool,

    /// List the articles that would be checked, and check none
    #[arg(long, help_heading = "Articles")]
    pub(crate) show_files: bool,
}

/// `factlint test`
#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// Rule files, or folders of them [default: ./rules]
    #[arg(value_name = "RULES")]
    pub(crate) rules: Vec<String>,

    /// List the facts that lack an agreeing, a conflicting or an ignored example
    #[arg(long, help_heading = "Facts")]
    pub(crate) coverage: bool,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// `factlint inspect`
#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    #[command(flatten)]
    pub(crate) articles: ArticleArgs,

    #[command(flatten)]
    pub(crate) rules: RulesArg,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    /// How to show it
    #[arg(long, value_enum, default_value_t = View::Human, value_name = "FORMAT", help_heading = "Report")]
    pub(crate) format: View,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// `factlint list`
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Under each fact, the articles that rely on it; those that conflict come first
    #[arg(long)]
    pub(crate) used: bool,

    #[command(flatten)]
    pub(crate) since: SinceArg,

    #[command(flatten)]
    pub(crate) articles: ArticleArgs,

    #[command(flatten)]
    pub(crate) rules: RulesArg,

    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// `factlint schema`
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Of which files
    #[arg(value_enum, value_name = "OF")]
    pub(crate) of: SchemaOf,
}

/// What there are schemas of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Rule files
    Rules,
    /// The configuration
    Config,
}

/// `factlint completions`
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// `factlint man`
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// The command [default: factlint itself]
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

/// The forms of `inspect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    Human,
    Json,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}

/// Reads `ID=SEVERITY`.
fn weight(text: &str) -> Result<(Choice, Severity), String> {
    let (id, severity) = text.rsplit_once('=').ok_or("write it as ID=SEVERITY")?;
    let known = Severity::named(severity).ok_or("the severities are error, warning, info")?;
    Ok((Choice::parse(id)?, known))
}

fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let names = FailOn::ALL.map(|(name, _)| name);
    PossibleValuesParser::new(names).map(|name| FailOn::named(&name).unwrap_or_default())
}

/// Reads the date of articles that state none.
pub(crate) fn default_date(text: &str) -> Result<DefaultDate, &'static str> {
    DefaultDate::named(text).ok_or("it is a day such as 2026-11-24, or today, modified, none")
}
