-- What was done to whom in an outside system, and what has to be said about it.

create table effect (
  person_id   uuid        not null,
  effect      text        not null,
  generation  integer     not null,
  attempt     integer     not null,
  state       text        not null check (state in ('STARTED', 'RETRYING', 'ADDED', 'SKIPPED', 'FAILED')),
  uncertain   boolean     not null default false,
  detail      text        not null default '',
  lease       uuid,
  lease_until timestamptz,
  updated_at  timestamptz not null default now(),
  primary key (person_id, effect),
  check ((state = 'STARTED') = (lease is not null and lease_until is not null))
);

create table outbox (
  id             bigint      generated always as identity primary key,
  message_id     text        not null,
  exchange       text        not null,
  routing_key    text        not null,
  type           text,
  correlation_id text,
  headers        jsonb       not null default '{}',
  body           bytea       not null,
  due_at         timestamptz not null,
  failures       integer     not null default 0,
  created_at     timestamptz not null default now()
);

create index outbox_due on outbox (due_at, id);
