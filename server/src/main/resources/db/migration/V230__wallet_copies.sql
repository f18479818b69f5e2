-- Copies of a card in wallets: each bound to one key of a wallet's, in one format, and let in by one grant.
alter table card_copy drop constraint card_copy_kind_check;
alter table card_copy add constraint card_copy_kind_check check (kind in ('PRINT', 'SCREEN', 'WALLET'));
alter table card_copy
    add column format     text check (format in ('SD_JWT', 'MDOC')),
    -- SHA-256 of the key it is bound to (RFC 7638).
    add column thumbprint bytea check (length(thumbprint) = 32),
    add column wallet     uuid;
alter table card_copy add constraint wallets_hold_keys check (
    (kind = 'WALLET') = (format is not null and thumbprint is not null and wallet is not null));
create index card_copy_of_wallet on card_copy (wallet) where wallet is not null;
