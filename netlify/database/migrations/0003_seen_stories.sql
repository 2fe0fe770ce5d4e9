-- When the row was last listed: a full listing that does not see it any more ends its publication.
alter table stories add column seen_at timestamptz not null default now();
