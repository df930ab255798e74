-- Who was accepted, and how far each of them has come.

create table person (
  id            uuid        primary key,
  number        bigint      generated always as identity unique,
  login         text        not null unique,
  address       text        not null unique,
  first_name    text        not null,
  last_name     text        not null,
  contact_email text,
  state         text        not null default 'IN_PROGRESS' check (state in ('IN_PROGRESS', 'READY', 'NEEDS_ATTENTION')),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);

create index person_state on person (state, number desc);

create table step (
  person_id       uuid        not null references person,
  system          text        not null,
  state           text        not null default 'PENDING' check (state in ('PENDING', 'RETRYING', 'DONE', 'SKIPPED', 'FAILED')),
  generation      integer     not null default 1,
  attempts        integer     not null default 0,
  detail          text        not null default '',
  next_attempt_at timestamptz,
  updated_at      timestamptz not null default now(),
  primary key (person_id, system)
);

create table idempotency_key (
  key         text        primary key,
  fingerprint text        not null,
  person_id   uuid        not null references person deferrable initially deferred,
  created_at  timestamptz not null default now()
);

create index idempotency_key_age on idempotency_key (created_at);
