set local statement_timeout = 0;
-- Submissions are delivered in the order of filing, also those that were tried while Airtable was away: this is `received_at` of the
-- submission, beside the queue, so that an index has the order.
alter table deliveries add column filed_at timestamptz not null default now();
update deliveries d set filed_at = s.received_at from submissions s where s.code = d.code;
create index deliveries_in_order on deliveries (filed_at, code) where delivered_at is null and set_aside_at is null;
