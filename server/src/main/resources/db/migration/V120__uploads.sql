-- Files on their way: what has arrived lies sealed in pieces, each on disk before its row. A day later all of it goes.
create table upload (
    id           uuid primary key,
    application  uuid not null references application on delete cascade,
    evidence     text not null,
    bytes        int not null check (bytes > 0),
    received     int not null default 0 check (received between 0 and bytes),
    -- SHA-256 of the whole file as its sender saw it, sealed under their key.
    print        bytea,
    finishing_at timestamptz,
    -- A word for what came of it; no row keeps what a file was called.
    outcome      text,
    begun_at     timestamptz not null,
    expires_at   timestamptz not null
);
create index upload_of_application on upload (application, begun_at);
create index upload_by_end on upload (expires_at);

create table upload_piece (
    upload uuid not null references upload on delete cascade,
    start  int not null,
    bytes  int not null check (bytes > 0),
    file   uuid not null unique,
    primary key (upload, start)
);
