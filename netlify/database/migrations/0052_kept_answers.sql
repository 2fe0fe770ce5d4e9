-- Answers that staff wrote and that a delivery kept beside a later one of the unit: column, by its name in the code → digest of what
-- staff wrote. They are compared again where the row was seen after `kept_at`.
alter table deliveries add column kept jsonb not null default '{}';
alter table deliveries add column kept_at timestamptz;

-- A note about answers alone is no conflict of decisions: it gets a kind of its own, which leaves the check of moves as it is.
update row_problems set kind = 'kept' where kind = 'conflict' and problem not like '%trước khi thấy quyết định%';
