-- Copies in wallets are counted apart. After a restored backup this may come to a database that goes on far behind what was
-- given out, so it begins no earlier than the list that the other purpose has come to: lists of wallets may have been
-- given out, since that backup, by a server that had this already.
create sequence status_position_wallet as bigint minvalue 0 start with 0;
select setval('status_position_wallet', (last_value + 1) / 1048576 * 1048576 - 1)
from status_position
where is_called and last_value + 1 >= 1048576;

-- The same list as a CWT, and the etag of the token it was published with: one that an older server published alone is stale.
alter table status_list add column cwt bytea;
alter table status_list add column cwt_of text;
