-- Files of people: what stands in each row, and what it has come to.

-- How many rows have come to what is counted with each row that changes.
create table import (
  id            uuid        primary key default gen_random_uuid(),
  number        bigint      generated always as identity unique,
  state         text        not null default 'CHECKED' check (state in ('CHECKED', 'RUNNING', 'FINISHED', 'CANCELLED')),
  name          text,
  separator     text        not null default ',' check (separator in (',', ';')),
  to_create     integer     not null default 0 check (to_create >= 0),
  created       integer     not null default 0 check (created >= 0),
  already_there integer     not null default 0 check (already_there >= 0),
  refused       integer     not null default 0 check (refused >= 0),
  created_at    timestamptz not null default now(),
  started_at    timestamptz,
  started_by    text,
  ended_at      timestamptz
);

create index import_running on import (number) where state = 'RUNNING';

create table import_row (
  import_id     uuid    not null references import on delete cascade,
  line          integer not null,
  state         text    not null check (state in ('TO_CREATE', 'CREATED', 'ALREADY_THERE', 'REFUSED')),
  login         text    not null,
  first_name    text    not null,
  last_name     text    not null,
  contact_email text,
  role          text,
  language      text,
  reason        text,
  person_id     uuid,
  primary key (import_id, line),
  check ((state = 'REFUSED') = (reason is not null))
);

create index import_row_state on import_row (import_id, state, line);

-- To find the rows of somebody who is erased.
create index import_row_person on import_row (person_id);

create index import_row_login on import_row (lower(login));

create index import_row_name on import_row (last_name, first_name);

-- Who waits for a mailbox is counted before each few rows of an import.
create index step_mail_pending on step (person_id) where system = 'MAIL' and state = 'PENDING';
