alter table booking drop constraint booking_kind_check;
alter table booking add constraint booking_kind_check check (kind in ('IDENTITY', 'HEARING', 'TALK', 'PLAIN'));

-- What an applicant chose to come for, where there is more than one thing; until they come, or choose another.
create table visit_wish (
    application uuid primary key references application on delete cascade,
    kind        text not null check (kind in ('HEARING', 'TALK', 'PLAIN'))
);

-- A talk on language and culture, from the first sheet that an examiner hands in.
create table talk (
    id          uuid primary key,
    application uuid not null references application on delete cascade,
    booking     uuid not null unique references booking,
    -- The kind of visit, as the application's pack calls it.
    visit       text not null,
    -- By the clock on the centre's wall.
    day         date not null,
    state       text not null check (state in ('OPEN', 'DIFFERING', 'PASSED', 'NOT_PASSED', 'ANEW')),
    closed_at   timestamptz,
    check ((closed_at is null) = (state in ('OPEN', 'DIFFERING')))
);
create unique index talk_one_open on talk (application) where state in ('OPEN', 'DIFFERING');
create index talk_of_application on talk (application, day);

-- What one examiner marked, under the person's key.
create table talk_sheet (
    id        uuid primary key,
    talk      uuid not null references talk on delete cascade,
    examiner  uuid not null,
    sealed    bytea not null,
    -- Their word after they read each other's sheet; empty where none was needed, or it is still to come.
    says_pass boolean,
    marked_at timestamptz not null,
    unique (talk, examiner)
);
