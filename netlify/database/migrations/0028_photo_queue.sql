-- Pictures wait as filings, files and letters do: with the same columns, so that one piece of code claims and retries them all.
alter table photos rename column next_try_at to next_attempt_at;
alter table photos rename column problem to last_error;
-- The file itself is at fault: it is not asked for again.
alter table photos add column set_aside_at timestamptz;
update photos set set_aside_at = now() where refused;
alter table photos drop column refused;
