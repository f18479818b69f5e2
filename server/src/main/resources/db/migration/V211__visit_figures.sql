-- When an officer opened a visit, and when it was over. Of visits from before, nobody knows.
alter table booking add column opened_at timestamptz;
alter table booking add column ended_at timestamptz;

-- The figures of a centre's day, by the clock on its wall: counts and minutes, of nobody.
create table visit_figure (
    centre uuid not null,
    day    date not null,
    -- BOOKED, CAME, SERVED, MISSED, WALKED_IN; WAITED and LASTED are the median minutes, and MEASURED of how many;
    -- NOT_CONFIRMED with its reason.
    what   text not null,
    reason text not null default '',
    number int not null,
    primary key (centre, day, what, reason)
);

-- The first day of a centre whose figures are still to be made.
create table visit_figure_round (
    centre uuid primary key,
    next   date not null
);
