-- Anyone can type anyone's address: the first letter holds the code alone. Who receives it asks for the full copy, once.
alter table receipt_copies add column confirmed_at timestamptz;
-- When the first letter went out; from then on the row is the full copy's.
alter table receipt_copies add column first_sent_at timestamptz;
create index receipt_copies_first_sent on receipt_copies (first_sent_at) where first_sent_at is not null;
