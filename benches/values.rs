//! What reading values costs: nanoseconds a byte, over prose dense with values, prose without any,
//! and a mixture as news has it. Divan prints bytes a second; 1 GB/s is 1 ns a byte.
//!
//! `cargo bench --bench values`

use divan::Bencher;
use divan::counter::BytesCount;
use factlint::value;

fn main() {
    divan::main();
}

/// Every sentence states a date, an amount or a quantity.
const DENSE: &str = "The Calder Tower opened on 3 May 1974 and is 212 metres high. It cost $45 million, \
    about 12 per cent more than was planned in October 1971. The fifth edition of the fair drew 18,400 \
    visitors last year, nearly two decades after the first. ";

/// No word of it could begin a value.
const PLAIN: &str = "The harbour was quiet when the ferry came in, and nobody on the quay seemed to mind. \
    Gulls sat along the wall like a row of clerks, waiting for the nets to be hauled up and emptied. ";

#[divan::bench]
fn dense(bencher: Bencher<'_, '_>) {
    read(bencher, &DENSE.repeat(40));
}

#[divan::bench]
fn plain(bencher: Bencher<'_, '_>) {
    read(bencher, &PLAIN.repeat(40));
}

#[divan::bench]
fn mixed(bencher: Bencher<'_, '_>) {
    read(bencher, &format!("{DENSE}{PLAIN}{PLAIN}{PLAIN}").repeat(20));
}

fn read(bencher: Bencher<'_, '_>, text: &str) {
    bencher.counter(BytesCount::of_str(text)).bench(|| value::read(divan::black_box(text)));
}
