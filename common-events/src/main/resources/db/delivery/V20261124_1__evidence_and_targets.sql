-- What a target called what it did, what would resolve a conflict, and attempts that wait without being counted.

alter table effect
  add column evidence text,
  add column choices  jsonb not null default '[]',
  drop constraint effect_state_check,
  add constraint effect_state_check check (state in ('STARTED', 'WAITING', 'RETRYING', 'ADDED', 'SKIPPED', 'FAILED'));

-- The targets of this service, shared by its replicas: whether people wait because of one, and why.
create table target (
  system          text        primary key,
  paused          boolean     not null default false,
  reason          text        not null default '',
  since           timestamptz,
  until           timestamptz,
  probe_at        timestamptz,
  probes          integer     not null default 0,
  troubled        uuid[]      not null default '{}',
  last_success_at timestamptz,
  waiting         integer     not null default 0,
  consumers       integer     not null default 0,
  news            boolean     not null default false,
  said_at         timestamptz not null default '-infinity',
  check (paused = (probe_at is not null))
);
