//! `example`: a value that documentation may show. It is no rule to a value: a schema keeps it, no evaluator asks for it.
