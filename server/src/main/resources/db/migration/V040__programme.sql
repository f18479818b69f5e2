-- Every version of the programme pack that this server has run, whole, so that an application keeps its own.
create table programme_version (
    digest    char(64) primary key,
    version   text not null,
    files     jsonb not null,
    loaded_at timestamptz not null
);
