//! What charts say.
