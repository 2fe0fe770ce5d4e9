-- A run that is cut off while it tells must lose no alert: it claims an alert for a while, and notes only afterwards that it told.
alter table health_alerts add column claimed_at timestamptz;
-- When the service was well again, until that is told.
alter table health_alerts add column well_at timestamptz;
