-- Codes by which an application is found: HMACs of exact values, under keys that are not in the database.
create table look_up_code (
    code        bytea not null check (length(code) = 32),
    application uuid not null references application on delete cascade,
    person      uuid not null,
    kind        text not null check (kind in ('DOCUMENT', 'NAME_AND_BIRTH')),
    primary key (code, application)
);
create index look_up_code_of_application on look_up_code (application);
create index look_up_code_of_person on look_up_code (person);

-- For what an application was looked up: for itself, and for each check at a counter that confirmed it.
create table looked_for (
    application uuid not null references application on delete cascade,
    basis       uuid not null,
    at          timestamptz not null,
    primary key (application, basis)
);

-- Two applications with something in common. A person judges whether they are one person's.
create table duplicate (
    id       uuid primary key,
    one      uuid not null references application on delete cascade,
    other    uuid not null references application on delete cascade,
    kinds    text[] not null,
    found_at timestamptz not null,
    standing uuid,
    unique (one, other),
    check (one < other)
);
create index duplicate_of_other on duplicate (other);

-- What officers judged, never edited: the newest counts. The reason lies under the key of the person in whose case it was
-- judged.
create table duplicate_judgement (
    id          uuid primary key,
    duplicate   uuid not null references duplicate on delete cascade,
    application uuid not null,
    officer     uuid not null,
    verdict     text not null check (verdict in ('SAME', 'ANOTHER', 'CANNOT_TELL')),
    at          timestamptz not null,
    sealed      bytea not null
);
create index duplicate_judgement_of_duplicate on duplicate_judgement (duplicate, at);
