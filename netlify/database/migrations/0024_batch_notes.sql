-- Who sends the words of a row that another contact had filed gets its code, never its key: its place in his list says so, and
-- so does the answer that his sending is remembered by.
alter table batch_rows add column with_key boolean not null default true;
alter table batch_tries add column with_key boolean not null default true;

-- What of a table was not filed, and why, for the page that lists its codes: numbers of lines, names of columns and sheets, no
-- words of a row. It goes with the last filing of its table.
create table batch_notes (
  batch text primary key,
  left_out jsonb not null
);
create function forget_batch_note() returns trigger language plpgsql as $$
begin
  delete from batch_notes n where n.batch = old.batch and not exists (select 1 from batch_rows b where b.batch = old.batch);
  return null;
end $$;
create trigger forget_batch_note after delete on batch_rows for each row execute function forget_batch_note();
