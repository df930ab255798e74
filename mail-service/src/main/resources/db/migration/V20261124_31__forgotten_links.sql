-- Of a link that is long over, or of a person who was erased, only the number of its issue stays.
alter table activation
  alter column person drop not null,
  add check (state <> 'ISSUED' or person is not null);
