-- Stops that a court put on a case. Authority, reference and reasons are sealed under the person's key.
create table stop (
    id           uuid primary key,
    subject_kind text not null check (subject_kind in ('APPLICATION', 'CARD')),
    subject      uuid not null,
    person       uuid not null,
    state        text not null check (state in ('PROPOSED', 'STANDS', 'LIFT_PROPOSED', 'LIFTED', 'RETURNED')),
    -- Who proposed what waits, or did it alone; and who signed it.
    first        uuid not null,
    second       uuid,
    made_at      timestamptz not null,
    stands_since timestamptz,
    lifted_at    timestamptz,
    -- Until then the order forbids to tell the person.
    visible_from timestamptz not null,
    told         boolean not null default false,
    sealed       bytea not null,
    constraint stop_second_is_another check (second is null or second <> first)
);
create unique index stop_open on stop (subject_kind, subject) where state in ('PROPOSED', 'STANDS', 'LIFT_PROPOSED');
create index stop_by_subject on stop (subject_kind, subject, made_at);
create index stop_by_person on stop (person, made_at);
create index stop_waiting on stop (made_at) where state in ('PROPOSED', 'LIFT_PROPOSED');
create index stop_untold on stop (visible_from) where not told and stands_since is not null;
