-- What will go, and when to look at it next: a row for each draft, and for the papers and photo of each application that
-- is over. Rows are found by the time alone; applications that have nothing to lose have none.
create table kept_until (
    application uuid not null references application on delete cascade,
    kind        text not null check (kind in ('DRAFT', 'PAPERS', 'PHOTO')),
    -- When its time began to run: with a draft's last change, or the application's end.
    since       timestamptz not null,
    warned      smallint not null default 0 check (warned between 0 and 2),
    -- The day that the person was told: nothing goes before it.
    not_before  timestamptz,
    next_at     timestamptz not null,
    primary key (application, kind)
);
create index kept_until_next on kept_until (next_at);

insert into kept_until (application, kind, since, next_at)
select application.id, 'DRAFT',
    greatest(application.started_at,
        (select max(answer.saved_at) from answer where answer.application = application.id)),
    application.started_at
from application where stage = 'DRAFT';
insert into kept_until (application, kind, since, next_at)
select application, 'PAPERS', ended_at, ended_at from papers_end;

-- What a person is told in the portal: which sentence, and a day; no words, no names.
create table notice (
    id      uuid primary key,
    person  uuid not null,
    kind    text not null,
    day     date not null,
    made_at timestamptz not null
);
create index notice_of_person on notice (person, made_at);
create index notice_by_age on notice (made_at);
