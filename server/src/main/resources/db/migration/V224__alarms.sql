-- Officers who tried to open what is not theirs to see: one row an officer and day, so that many tries raise one alarm that counts.
create table access_alarm (
    officer    uuid not null,
    day        date not null,
    role       text not null,
    -- Where the officer works; none at headquarters.
    unit       uuid,
    tries      integer not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    settled_at timestamptz,
    primary key (officer, day)
);
create index access_alarm_open on access_alarm (last_at) where settled_at is null;
