-- An officer who has an interest in a person, such as a relative, has no part in anything that concerns them. Of what
-- kind it is lies sealed in the journal alone.
create table conflict (
    officer     uuid not null,
    person      uuid not null,
    declared_by uuid not null,
    declared_at timestamptz not null,
    primary key (officer, person)
);

-- What an officer is able to decide; who has no row, everything.
create table officer_ability (
    officer   uuid primary key,
    languages text[] not null,
    grounds   text[] not null
);
