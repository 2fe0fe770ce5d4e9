-- What a unit did after it filed: bo-sung (answered what staff asked), sua (corrected before staff began), rut (withdrew).
alter table supplements add column kind text not null default 'bo-sung';

-- What is said of a filing, in order: it was received, then each thing that its unit did. Never rewritten: `statement` is the
-- text that is signed, `answers` what it digests, as people read them then.
create table statements (
  code text not null references submissions on delete cascade,
  number integer not null,
  statement text not null,
  answers jsonb not null,
  primary key (code, number)
);

-- When the row in the back office was last written: what the unit changes later is all that the next delivery writes, so that
-- what staff mended in other cells stays.
alter table deliveries add column written_at timestamptz;
update deliveries set written_at = delivered_at;
