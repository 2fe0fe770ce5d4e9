-- The filings that a table became, so that one page can list their codes. `batch` is a digest, no name; what was wrong in a
-- table is not kept.
create table batch_rows (
  batch text not null,
  code text not null references submissions on delete cascade,
  -- The number of the row, as the table gives it.
  row_number integer not null,
  primary key (batch, code)
);
create index batch_rows_code on batch_rows (code);
