-- Cards. What stands on a card is sealed under its holder's key; the row says only how it stands.
create table card (
    id          uuid primary key,
    application uuid not null unique,
    person      uuid not null,
    number      char(12) not null unique,
    stage       text not null,
    -- Why a suspended card is: by a decision, or because its holder lost it.
    held_by     text check (held_by in ('DECISION', 'HOLDER')),
    valid_from  date not null,
    valid_until date not null,
    pack        char(64) not null,
    issued_at   timestamptz not null,
    revision    int not null default 0,
    -- How many copies were ever made, so that each print has a number of its own.
    copies      int not null default 0,
    sealed      bytea not null,
    constraint held_means_suspended check ((held_by is not null) = (stage = 'SUSPENDED'))
);
create index card_by_person on card (person, issued_at);
create index card_by_end on card (valid_until) where stage in ('ACTIVE', 'SUSPENDED');

-- Each print and each code on a screen, with a status position of its own, so that it can be ended alone and two
-- readers of two copies cannot tell that they saw one card.
create table card_copy (
    id          uuid primary key,
    card        uuid not null references card,
    kind        text not null check (kind in ('PRINT', 'SCREEN')),
    label       int not null,
    list        text not null,
    position    int not null,
    made_at     timestamptz not null,
    ends_at     timestamptz not null,
    ended_at    timestamptz,
    unique (list, position)
);
create index card_copy_of_card on card_copy (card, made_at);
create index card_copy_by_end on card_copy (ends_at);
create index card_copy_ended on card_copy (ended_at) where ended_at is not null;
