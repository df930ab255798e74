-- Messages that nobody could handle, what was done about them, and steps that nothing is heard of.

-- The same body of the same type in the same queue is the same message, however often it comes.
create table parked (
  id             uuid        primary key default gen_random_uuid(),
  number         bigint      generated always as identity unique,
  fingerprint    bytea       not null unique,
  state          text        not null default 'PARKED' check (state in ('PARKED', 'REPLAYED', 'DISCARDED')),
  queue          text,
  type           text,
  reason         text        not null,
  exception      text,
  message_id     text,
  correlation_id text,
  person_id      uuid,
  body           bytea       not null,
  count          integer     not null default 0,
  first_at       timestamptz not null default now(),
  last_at        timestamptz not null default now()
);

create index parked_state on parked (state, number desc);

-- What happened to each; a parking that is delivered twice has one line.
create table parked_history (
  id        bigint      generated always as identity primary key,
  parked_id uuid        not null references parked on delete cascade,
  at        timestamptz not null default now(),
  what      text        not null,
  text      text        not null,
  parking   uuid,
  unique (parked_id, parking)
);

create index parked_history_parked on parked_history (parked_id, id);

-- When a step was heard of last, on our clock, and how often it was said again since.
alter table step
  add column heard_at      timestamptz not null default now(),
  add column said_again    integer     not null default 0,
  add column said_again_at timestamptz;

create index step_open on step (heard_at) where state in ('PENDING', 'RETRYING');
