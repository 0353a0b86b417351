-- Filing days every county begins with: due on the 5th of the next month, locked after the 10th (domain.md). Editable.
INSERT INTO filing_calendar (from_month, due_day, lock_day) VALUES ('2014-01', 5, 10) ON CONFLICT DO NOTHING;
