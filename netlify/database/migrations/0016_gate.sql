-- Filings of the last minute and of a unit's last hour are counted where they are stored.
create index submissions_received on submissions (received_at);

-- Filled in faster than a person fills a form, as its page measured: staff are told, nobody is refused for it.
alter table submissions add column filed_fast boolean not null default false;

-- A token waited for, or a challenge solved, opens the way for one filing; kept until it would have expired by itself.
create table used_passes (
  id text primary key,
  expires_at timestamptz not null
);
create index used_passes_expired on used_passes (expires_at);

-- By what a nomination is like another: digests of whom it names, and of who files it with which text. Filled when it is
-- delivered, so that staff can be told.
create table likenesses (
  code text not null references submissions on delete cascade,
  likeness text not null,
  primary key (code, likeness)
);
create index likenesses_likeness on likenesses (likeness);
