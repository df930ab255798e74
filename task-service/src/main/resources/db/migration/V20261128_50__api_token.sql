-- Who may use the API and the console. A token's secret is in nobody's hands but its owner's: here is its SHA-256.
create table api_token (
  id               uuid        primary key,
  name             text        not null,
  role             text        not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN')),
  sha256           text        not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  from_environment boolean     not null default false,
  created_at       timestamptz not null default now(),
  last_used_at     timestamptz,
  revoked_at       timestamptz
);

-- Two valid ones of a name could not be told apart. That of the environment must never fail to come in.
create unique index api_token_name on api_token (name) where revoked_at is null and not from_environment;
