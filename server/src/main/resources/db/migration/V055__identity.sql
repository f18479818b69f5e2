-- What people sent, as pages drawn anew. The pictures lie sealed in files under KITH_HOME, named here.
create table document (
    id          uuid primary key,
    application uuid not null references application,
    evidence    text not null,
    added_at    timestamptz not null
);
create index document_of_application on document (application, added_at);

create table document_page (
    document uuid not null references document on delete cascade,
    number   int not null check (number between 1 and 20),
    file     uuid not null unique,
    width    int not null,
    height   int not null,
    bytes    int not null,
    primary key (document, number)
);

-- Since when an application with papers has been over; its papers go so long after.
create table papers_end (
    application uuid primary key references application,
    ended_at    timestamptz not null
);

-- Taken at the counter; the newest of a visit counts, and the one before is removed.
create table photo (
    booking  uuid primary key references booking,
    file     uuid not null unique,
    width    int not null,
    height   int not null,
    bytes    int not null,
    sha256   bytea not null check (length(sha256) = 32),
    taken_at timestamptz not null,
    officer  uuid not null
);

-- What an officer checked at the counter, sealed under the person's key. The digest is over the canonical form with its
-- salt, and stands in the journal; the officer's own signature over it comes later.
create table identity_check (
    id          uuid primary key,
    application uuid not null references application,
    booking     uuid not null unique references booking,
    officer     uuid not null,
    confirmed   boolean not null,
    reason      text,
    sealed      bytea not null,
    digest      bytea not null check (length(digest) = 32),
    signature   bytea,
    checked_at  timestamptz not null,
    check (confirmed = (reason is null))
);
create index identity_check_of_application on identity_check (application, checked_at);
