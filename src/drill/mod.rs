//! Running the examples of rule files: validated, noisy, missing, wrong.
