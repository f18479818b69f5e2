-- What the chains' ends were at a time, signed. Published, so that others can hold us to it.
create table journal_checkpoint (
    number bigint primary key check (number > 0),
    at     timestamptz not null,
    token  text not null
);
create trigger checkpoint_append_only before update or delete on journal_checkpoint
    for each row execute function journal_is_append_only();
create trigger checkpoint_not_emptied before truncate on journal_checkpoint
    for each statement execute function journal_is_append_only();
