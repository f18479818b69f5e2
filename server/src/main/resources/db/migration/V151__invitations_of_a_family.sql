-- A family that ends takes its invitations along: without this, all invitations ever sent were read for it.
create index family_invitation_into on family_invitation (family);
