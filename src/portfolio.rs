//! Many scorecards → a summary of the portfolio.
