-- Bytes of evidence files where no other store is set. They are compressed already, and are read and written whole.
create table evidence_bytes (
  key text primary key,
  bytes bytea not null,
  stored_at timestamptz not null default now()
);
alter table evidence_bytes alter column bytes set storage external;
