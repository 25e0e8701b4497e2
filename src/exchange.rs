//! Files in and out, and their versions.
