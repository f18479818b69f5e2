-- The letter of each decision, sealed under its person's key as it went. While a decision waits for a second signature
-- its letter has not gone, and is written anew when it does.
create table decision_letter (
    decision uuid primary key references decision,
    went_at  timestamptz,
    sealed   bytea not null
);

-- A letter that an officer has looked at and not sent, with what was typed for it: sealed under the key of the person it
-- is to. `place` is the address of the form.
create table unsent_letter (
    id      uuid primary key,
    number  text not null,
    officer uuid not null,
    person  uuid not null,
    place   text not null,
    made_at timestamptz not null,
    sealed  bytea not null
);
create index unsent_letter_at on unsent_letter (place, officer, made_at);
create index unsent_letter_by_age on unsent_letter (made_at);
