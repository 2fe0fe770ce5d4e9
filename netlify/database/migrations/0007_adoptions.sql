-- A row of the Airtable table `Áp dụng` that staff confirmed and its unit agreed to show; others are not kept here.
create table adoptions (
  record_id text primary key,
  -- `Mã mô hình`: the model may not be public yet, or no longer.
  model_id text not null,
  fields jsonb not null,
  sample boolean not null,
  -- When the row was last listed: a full listing that does not see it any more ends its publication.
  seen_at timestamptz not null default now()
);
create index adoptions_model on adoptions (model_id);
