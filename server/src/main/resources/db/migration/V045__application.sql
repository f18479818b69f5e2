-- What a person asks for. The row says how far it has come; what the person said lies sealed in answer.
create table application (
    id         uuid primary key,
    person     uuid not null,
    stage      text not null,
    pack       char(64) not null,
    reference  text unique,
    residence  char(3) not null,
    started_at timestamptz not null,
    filed_at   timestamptz,
    revision   int not null
);
-- One application a person, unless withdrawn or lapsed: two windows that start one at the same moment get the same.
create unique index application_open_of_person on application (person) where stage not in ('WITHDRAWN', 'LAPSED');
create index application_queue on application (stage, filed_at, id);

-- Each answer in each version while it is a draft, sealed under the person's key; filing keeps the newest alone.
create table answer (
    application uuid not null references application on delete cascade,
    question    text not null,
    version     int not null,
    sealed      bytea,
    saved_at    timestamptz not null,
    primary key (application, question, version)
);

-- Answers of people who have not signed in, sealed under a key that only their browser has.
create table passing_answers (
    id         uuid primary key,
    sealed     bytea not null,
    expires_at timestamptz not null
);
create index passing_answers_by_expiry on passing_answers (expires_at);
