-- Receipts of one table go out in one letter: its copies share the code of the first of them. `batch` is the table, whose page
-- the letter leads to. Both are null for a filing of its own.
alter table receipt_copies add column letter text;
alter table receipt_copies add column batch text;
create index receipt_copies_letter on receipt_copies (letter) where letter is not null;
