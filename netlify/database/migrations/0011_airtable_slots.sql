-- Five calls a second, whatever the delays on the way: each of five slots rests a second after its call has ended, so
-- no six calls can reach the base within one second. `free_at` is also the lease of the call that holds the slot.
create table airtable_slots (
  slot integer primary key,
  free_at timestamptz not null default now()
);
insert into airtable_slots (slot) select generate_series(1, 5);
drop table airtable_turns;
