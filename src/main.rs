//! The `factlint` command: hands the arguments to [`factlint::cli`] and exits with its status.

fn main() -> std::process::ExitCode {
    factlint::cli::main()
}
