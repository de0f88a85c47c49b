//! The flags as settings, each with its name for its origin.

use super::args::{ArticleArgs, ChoiceArgs, RulesArg, SettingsArgs};
use crate::config::{Config, Dates, Origin, Set};

impl Config {
    /// With the paths of rule files.
    pub(crate) fn with_rules(mut self, flag: &'static str, paths: &[String]) -> Self {
        self.rules = list(flag, paths);
        self
    }

    /// With the articles, and what is said of them.
    pub(crate) fn with_articles(mut self, args: &ArticleArgs) -> Self {
        self.articles = list("PATHS", &args.paths);
        self.exclude = list("--exclude", &args.exclude);
        let default = args.date.map(|value| Set { value, origin: Origin::Flag("--date") });
        self.dates = Dates { default, ..Dates::default() };
        self.override_date = args.override_date;
        self
    }

    /// With the facts that are chosen.
    pub(crate) fn with_choice(mut self, args: &ChoiceArgs) -> Self {
        self.select = list("--select", &args.select);
        self.ignore = list("--ignore", &args.ignore);
        self.severity = list("--severity", &args.severity);
        self
    }
}

impl SettingsArgs {
    /// All of them.
    pub(crate) fn flags(&self) -> Config {
        let origin = Origin::Flag("--fail-on");
        let fail_on = self.fail_on.map(|value| Set { value, origin });
        let flags = Config { fail_on, ..Config::default() };
        let RulesArg { rules } = &self.rules;
        flags.with_rules("--rules", rules).with_articles(&self.articles).with_choice(&self.choice)
    }
}

fn list<T: Clone>(flag: &'static str, values: &[T]) -> Vec<Set<T>> {
    let origin = Origin::Flag(flag);
    values.iter().map(|value| Set { value: value.clone(), origin }).collect()
}
