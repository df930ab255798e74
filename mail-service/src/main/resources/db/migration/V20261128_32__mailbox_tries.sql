-- Addresses that the mail server was asked to make somebody's mailbox, noted before it is asked: where its answer is
-- lost, the login may be changed before anybody knows that the mailbox exists.
create table mailbox_try (
  person_id uuid        not null,
  address   text        not null,
  tried_at  timestamptz not null default now(),
  primary key (person_id, address)
);
