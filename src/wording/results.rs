//! What the screens after the questions say: result, report, portfolio, method.
