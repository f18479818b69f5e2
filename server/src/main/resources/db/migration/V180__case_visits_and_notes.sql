-- When an officer last looked at a case, and before that visit: what is new to them is found by it. Ids alone.
create table case_visit (
    officer     uuid not null,
    application uuid not null references application,
    seen_at     timestamptz not null,
    before_at   timestamptz,
    primary key (officer, application)
);
create index case_visit_of_application on case_visit (application);

-- What officers noted in a case, under the person's key. Never edited: a later one corrects it.
create table case_note (
    id           uuid primary key,
    application  uuid not null references application,
    person       uuid not null,
    officer      uuid not null,
    at           timestamptz not null,
    visible_from timestamptz not null,
    corrects     uuid references case_note,
    sealed       bytea not null
);
create index case_note_of_application on case_note (application, at);
create index case_note_of_person on case_note (person, at);
create index case_note_corrected on case_note (corrects);

-- The one of a group of ancestors that a paper tells of, by the id it has among the answers.
alter table verified_paper add column step text check (step ~ '^[a-z0-9]{1,12}$');
