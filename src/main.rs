//! The `factlint` command: hands the arguments to [`factlint::cli`] and exits with its status.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    factlint::cli::main()
}
