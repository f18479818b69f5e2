-- A chain without its end could not be written any more.
create trigger chains_stay before delete on journal_chain
    for each row execute function journal_is_append_only();
create trigger chains_not_emptied before truncate on journal_chain
    for each statement execute function journal_is_append_only();
