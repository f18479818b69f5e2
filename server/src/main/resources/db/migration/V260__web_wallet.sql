-- The web wallet: an offer that only the browser it was made in can use, and the wallet that comes of it.
alter table wallet_offer add column browser_key text;
alter table wallet_grant add column in_browser boolean not null default false;
