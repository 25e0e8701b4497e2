//! Scorecards and summaries as drawings.
