//! What the program says when something is wrong: what happened, what it means, what to do.
