-- A database as it is after years. The people who are in it, whom the bench has just led through the server itself, are
-- copied over and over with all that hangs on them: other ids, earlier times, sealed values as long as theirs. Any
-- table a server may have comes along, except those listed as the house's or as passing.
--
-- The keys of copied people are destroyed, since nothing sealed for one opens for another. For copies alone: run with
-- the checks of foreign keys off, as a superuser.
create table grown (copies int not null, at timestamptz not null);
insert into grown values (current_setting('bench.copies')::int, now());

-- Eight characters of which the last checks the others, as CheckCharacter makes them.
create function pg_temp.number(n bigint) returns text language plpgsql immutable as $$
declare
    alphabet constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    digits text := '';
    value int := 0;
begin
    for place in reverse 6..0 loop
        value := value # ((n >> (5 * place)) & 31)::int;
        digits := digits || substr(alphabet, ((n >> (5 * place)) & 31)::int + 1, 1);
        value := value << 1;
        if value & 32 <> 0 then value := value # 37; end if;
    end loop;
    return digits || substr(alphabet, value + 1, 1);
end
$$;

-- The house's, or gone within days: there are no more of them after years.
create temporary table left_out (name text primary key);
insert into left_out
select unnest(array['flyway_schema_history', 'grown', 'database_mark', 'programme_version', 'journal_chain',
    'journal_checkpoint', 'status_list', 'status_change', 'centre', 'centre_opening', 'centre_holiday', 'officer',
    'officer_enrolment', 'officer_passkey', 'demo_mail', 'demo_clock', 'rollout_country', 'rollout_proposal',
    'rollout_day', 'invitation_batch', 'waiting_figure', 'waiting_time', 'waiting_round', 'officer_ability', 'case_figure', 'case_figure_sum', 'queue_figure', 'held_figure', 'figure_round', 'officer_absence', 'spring_session',
    'spring_session_attributes', 'event_publication', 'outbox', 'passing_answers', 'sign_in_request', 'sign_in_rate']);

-- What copies must not have in common. k counts a table's copied rows, n the copies of the people, row is as it was.
create temporary table own (name text, attribute text, expression text);
insert into own values
    ('person_key', 'wrapped', 'null'),
    ('person_key', 'erased_at', 'enrolled_at'),
    ('application', 'reference', $$ case when reference is not null then 'UTO' || pg_temp.number(k) end $$),
    ('decision', 'number', 'pg_temp.number(k)'),
    ('card', 'number', $$ lpad(k::text, 12, '0') $$),
    ('look_up_code', 'code', 'sha256(code || n::text::bytea)'),
    -- Full lists, before the one that is in use afterwards.
    ('card_copy', 'list', $$ regexp_replace(list, '[0-9]+$', (k / 1048576 + 2)::text) $$),
    ('card_copy', 'position', 'k % 1048576'),
    ('status_entry', 'list', 'k / 1048576 + 2'),
    ('status_entry', 'position', 'k % 1048576'),
    ('journal', 'chain', 'k % 16'),
    ('journal', 'position', '100000 + k / 16'),
    -- Older ones would be gone.
    ('notice', 'made_at', 'made_at');

do $$
declare
    copies constant int := current_setting('bench.copies')::int;
    -- Two years back, a step that meets no other time of a centre.
    step constant interval := make_interval(secs => round(2 * 365 * 86400 / copies) + 1);
    each record;
    targets text;
    sources text;
    rows bigint;
    begun timestamptz;
begin
    create temporary table same as select id from officer union select id from centre union select id from invitation_batch;
    for each in
        select class.oid, class.relname as name, class.oid::regclass::text as place from pg_class class
        join pg_namespace space on space.oid = class.relnamespace
        where class.relkind = 'r' and space.nspname in ('public', 'keystore')
          and class.relname not in (select left_out.name from left_out)
        order by class.relname
    loop
        begun := clock_timestamp();
        execute format('create temporary table sample as select row_number() over () as ordinal, * from %s', each.place);
        select count(*) into rows from sample;
        if rows > 0 then
            select string_agg(quote_ident(attname), ', ' order by attnum), string_agg(
                case
                    when own.expression is not null then own.expression
                    -- What jobs look for stands at days to come.
                    when attname = 'next_at' then $f$(now() + (2 + n % 365) * interval '1 day')$f$
                    when atttypid = 'uuid'::regtype then format(
                        $f$case when %1$I in (select id from same) then %1$I
                           else overlay(%1$I::text placing lpad(to_hex(n * (4294967295 / %2$s)), 8, '0') from 1 for 8)::uuid end$f$,
                        attname, copies)
                    -- What lies ahead stays ahead.
                    when atttypid in ('timestamptz'::regtype, 'date'::regtype) then format(
                        $f$(case when %1$I > now() + interval '12 hours' then %1$I
                            else %1$I - interval '2 days' - n * %2$L::interval end)::%3$s$f$,
                        attname, step, atttypid::regtype)
                    when atttypid = 'bytea'::regtype and is_unique then format('sha256(%I || n::text::bytea)', attname)
                    when atttypid = 'text'::regtype and is_unique then format('%I || n', attname)
                    else quote_ident(attname)
                end || '::' || format_type(atttypid, atttypmod), ', ' order by attnum)
            into targets, sources
            from (select *, exists (select 1 from pg_index
                    where indrelid = attrelid and indisunique and indnkeyatts = 1 and indkey[0] = attnum) as is_unique
                  from pg_attribute) attribute
            left join own on own.name = each.name and own.attribute = attname
            where attrelid = each.oid and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '';
            execute format(
                $f$insert into %1$s (%2$s)
                   select %3$s from generate_series(1, %5$s::bigint) n
                   cross join lateral (select sample.*, (n - 1) * %4$s + ordinal as k from sample offset 0) copy
                   on conflict do nothing$f$,
                each.place, targets, sources, rows, copies);
            get diagnostics rows = row_count;
            raise notice '% rows in %, % s', rows, each.name, round(extract(epoch from clock_timestamp() - begun));
        end if;
        drop table sample;
    end loop;
end
$$;

-- What waits for officers was filed after what the bench files, which so comes first in their queues.
update application set filed_at = filed_at + interval '3 years'
where stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW', 'APPROVAL_PROPOSED') and filed_at < now() - interval '1 day';
update casework set filed_at = application.filed_at from application
where application.id = casework.application and casework.filed_at <> application.filed_at;
update decision set proposed_at = proposed_at + interval '3 years'
where state = 'PROPOSED' and proposed_at < now() - interval '1 day';

-- Counters go on behind the copies.
update journal_chain set length = (select max(position) from journal where journal.chain = journal_chain.chain);
insert into status_list (id, opened_at)
select id, now() from (select distinct regexp_replace(list, '^.*/', '')::int as id from card_copy) used on conflict do nothing;
select setval('status_position', (select max(id) * 1048576::bigint from status_list));
