//! English words as data: predicates with all their forms, verbs, and closed classes.
//!
//! Rows stand in `predicates.yaml` and `verbs.txt`; this module turns them into look-ups. It must
//! not know facts, articles or how a cue is used.
