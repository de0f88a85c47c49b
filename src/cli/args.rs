//! The arguments, with the help they carry.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::aside::AsideArgs;
use super::mend::MendArgs;
use super::output::Output;
use super::since::SinceArg;
use crate::judge::Circumstances;
use crate::report::Detail;
use crate::rules::Severity;

/// Hold articles against the facts you stand by.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true, disable_help_subcommand = true)]
pub(crate) struct Factlint {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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

    /// Explain one fact: what it expects, where it is stated, how it would be found
    Explain(ExplainArgs),

    /// List the facts, with how often each was seen when articles are named
    List(ListArgs),
}

/// Where the facts stand.
#[derive(Debug, Args)]
pub(crate) struct RulesArg {
    /// A rule file, or a folder of them (.yaml, .yml); repeatable [default: ./rules]
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<PathBuf>,
}

/// Which articles.
#[derive(Debug, Args)]
pub(crate) struct ArticleArgs {
    /// Articles, or folders of them; - reads standard input [default: the current folder]
    #[arg(value_name = "PATHS")]
    pub(crate) paths: Vec<PathBuf>,

    /// What standard input is called, and so its format
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,

    /// Leave out articles whose path matches, as in a .gitignore; repeatable
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<String>,

    /// Leave them out even when they are named
    #[arg(long)]
    pub(crate) force_exclude: bool,

    /// The date of articles that state none
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,

    /// The date of every article, whatever it states
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) override_date: Option<Date>,
}

/// How to talk to the terminal.
#[derive(Debug, Args)]
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

impl ArticleArgs {
    /// What is known of every article beside its text.
    pub(crate) fn circumstances(&self) -> Circumstances {
        Circumstances { override_date: self.override_date, assumed_date: self.date }
    }
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

/// `factlint check`
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) articles: ArticleArgs,

    #[command(flatten)]
    pub(crate) rules: RulesArg,

    /// How to report: human, short, json, jsonl; =FILE writes to a file; repeatable
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "human", value_parser = Output::parse)]
    pub(crate) format: Vec<Output>,

    /// The least severity of a conflict that fails the check
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub(crate) fail_on: FailOn,

    #[command(flatten)]
    pub(crate) mend: MendArgs,

    #[command(flatten)]
    pub(crate) aside: AsideArgs,

    #[command(flatten)]
    pub(crate) since: SinceArg,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// `factlint test`
#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// Rule files, or folders of them [default: ./rules]
    #[arg(value_name = "RULES")]
    pub(crate) rules: Vec<PathBuf>,

    /// List the facts that lack an agreeing, a conflicting or an ignored example
    #[arg(long)]
    pub(crate) coverage: bool,

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

    /// How to show it
    #[arg(long, value_enum, default_value_t = View::Human, value_name = "FORMAT")]
    pub(crate) format: View,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// `factlint explain`
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The fact's id
    #[arg(value_name = "ID")]
    pub(crate) id: String,

    #[command(flatten)]
    pub(crate) rules: RulesArg,

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
    pub(crate) look: LookArgs,
}

/// The forms of `inspect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    Human,
    Json,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

/// The least severity that fails a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    /// The severity; `None` when nothing fails the check.
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}
