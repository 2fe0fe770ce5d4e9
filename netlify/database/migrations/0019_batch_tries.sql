-- What one sending of a table was answered: the same sending again, however late, is answered the same, also where a row was
-- withdrawn meanwhile. `try_key` is a UUID that its page or program made, `row_key` the key of the row.
create table batch_tries (
  try_key uuid not null,
  row_key text not null,
  code text not null references submissions on delete cascade,
  primary key (try_key, row_key)
);
create index batch_tries_code on batch_tries (code);
