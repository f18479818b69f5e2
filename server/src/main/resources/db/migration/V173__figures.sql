-- What officers decided on a day, counted by ground, by centre and by officer: counts, of nobody.
create table case_figure (
    day   date not null,
    part  text not null check (part in ('GROUND', 'CENTRE', 'OFFICER')),
    what  text not null,
    name  text not null,
    cases int not null,
    primary key (day, part, what, name)
);

-- What follows from the last 30, 90 and 365 days.
create table case_figure_sum (
    days  int not null,
    part  text not null,
    what  text not null,
    name  text not null,
    cases int not null,
    primary key (days, part, what, name)
);

-- How many cases of which age lay where on the last morning; an age is the least of its days.
create table queue_figure (
    stage text not null,
    age   int not null,
    cases int not null,
    primary key (stage, age)
);

-- What each officer held on the last morning.
create table held_figure (
    officer uuid primary key,
    cases   int not null
);

-- The first day whose figures are still to be made.
create table figure_round (
    one  boolean primary key default true check (one),
    next date
);
insert into figure_round (next) values (null);

-- The figures of a day are made from that day's decisions alone.
create index decision_by_day on decision (settled_at) where state = 'MADE' and subject_kind = 'APPLICATION';
