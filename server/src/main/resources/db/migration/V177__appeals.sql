-- An appeal against a decision: once, in words sealed under the person's key. Open until others decided it, or until it
-- was withdrawn with its application, and then without an outcome.
create table appeal (
    id        uuid primary key,
    decision  uuid not null unique references decision,
    person    uuid not null,
    at        timestamptz not null,
    closed_at timestamptz,
    outcome   uuid references decision,
    -- Whether the person is heard face to face, and what came of it.
    hearing   text not null check (hearing in ('NONE', 'WANTED', 'HELD')),
    heard_at  timestamptz,
    heard_by  uuid,
    minutes   bytea,
    sealed    bytea not null,
    constraint held_means_noted check ((hearing = 'HELD') = (heard_at is not null and minutes is not null))
);
create index appeal_open on appeal (at, id) where closed_at is null;
create index appeal_by_outcome on appeal (outcome);
create index appeal_open_of_person on appeal (person) where closed_at is null;

-- What takes the place of a decision.
create index decision_corrects on decision (corrects);

-- A hearing takes a place like every visit: the same places, the same constraints.
alter table booking add column kind text not null default 'IDENTITY' check (kind in ('IDENTITY', 'HEARING'));

-- A card that takes the place of one that was revoked wrongly. An application has one first card, and each card one
-- successor at most.
alter table card add column replaces uuid references card;
alter table card drop constraint card_application_key;
create unique index card_first_of_application on card (application) where replaces is null;
create unique index card_successor on card (replaces);
create index card_by_application on card (application, issued_at);
