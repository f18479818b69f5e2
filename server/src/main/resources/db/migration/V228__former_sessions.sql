-- A session changes its number when somebody signs in. What it was called before is not to come back: a request that began
-- before and ends after would sign them out again.
alter table spring_session add column former_ids char(36)[] not null default '{}';
