-- Rows of other tables than `Điển hình` that the last hour took from what counts. When too many are lost at once, the further ones are
-- held: they stay in their store until staff confirm in the base.
create table row_losses (
  record_id text primary key,
  -- Name of the table in the code.
  table_name text not null,
  -- Where the row is stored: adoptions, unit_filings, public_answers, settings.
  store text not null,
  lost_at timestamptz not null default now(),
  held boolean not null
);
create index row_losses_table on row_losses (table_name);
create trigger row_losses_to_tell after insert or delete or update of held on row_losses for each row
  execute function note_to_tell('record', 'record_id');
