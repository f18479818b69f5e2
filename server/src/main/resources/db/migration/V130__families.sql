-- People who apply together. That they belong together is all a row says: what they are called, and what they are to
-- each other, lies sealed under each one's own key.
create table family (
    id         uuid primary key,
    number     text not null unique,
    started_at timestamptz not null
);

create table family_member (
    family    uuid not null references family on delete cascade,
    person    uuid not null unique,
    kind      text not null check (kind in ('ADULT', 'CHILD')),
    sealed    bytea not null,
    joined_at timestamptz not null,
    primary key (family, person)
);

-- Somebody was asked: to join, to say yes as a child's guardian, to help. Of the link and the address only hashes are
-- here; what the inviter wrote lies under the inviter's key.
create table family_invitation (
    id           uuid primary key,
    kind         text not null check (kind in ('MEMBER', 'GUARDIAN', 'HELPER')),
    inviter      uuid not null,
    family       uuid references family on delete cascade,
    child        uuid,
    link_hash    bytea not null unique check (length(link_hash) = 32),
    address_code bytea not null check (length(address_code) = 32),
    sealed       bytea not null,
    state        text not null check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
    sent_at      timestamptz not null,
    expires_at   timestamptz not null,
    check ((kind = 'MEMBER') = (family is not null) and (kind = 'GUARDIAN') = (child is not null))
);
create index family_invitation_of on family_invitation (inviter, sent_at);

-- A person who is not of age: no account of their own, but a key. Of the birth only the year they come of age is open,
-- for the job that looks for them; the day lies sealed.
create table child (
    person         uuid primary key,
    of_age_year    int not null,
    sealed         bytea not null,
    warned         smallint not null default 0 check (warned between 0 and 2),
    came_of_age    timestamptz,
    -- What the child said at a counter, where the programme asks children of that age too.
    own_word       boolean,
    own_word_to    uuid,
    own_word_at    timestamptz,
    -- What lets them take over what is theirs: made at a counter, once.
    code_hash      bytea check (length(code_hash) = 32),
    code_until     timestamptz
);
create index child_by_year on child (of_age_year) where came_of_age is null;
create index child_by_code on child (code_hash) where code_hash is not null;

-- Who has a word for a child; who also fills in for them.
create table guardian (
    child  uuid not null references child on delete cascade,
    person uuid not null,
    acts   boolean not null,
    since  timestamptz not null,
    primary key (child, person)
);
create index guardian_by_person on guardian (person);

-- A guardian's own word, the newest; the journal has them all. The digest is of the text they read.
create table guardian_word (
    child    uuid not null,
    guardian uuid not null,
    yes      boolean not null,
    language text not null,
    digest   bytea not null check (length(digest) = 32),
    said_at  timestamptz not null,
    primary key (child, guardian),
    foreign key (child, guardian) references guardian on delete cascade
);

-- Why one guardian is enough, as the one says, and what an officer found.
create table custody_exception (
    child      uuid primary key references child on delete cascade,
    exception  text not null,
    claimed_by uuid not null,
    claimed_at timestamptz not null,
    shown      boolean,
    officer    uuid,
    judged_at  timestamptz,
    check ((shown is null) = (officer is null) and (shown is null) = (judged_at is null))
);

-- What an officer saw that a paper shows, under the key of the one whose paper it is.
create table verified_paper (
    document    uuid primary key references document on delete cascade,
    officer     uuid not null,
    sealed      bytea not null,
    verified_at timestamptz not null
);

-- A paper of one that serves another, with the owner's consent. The verified fact lies here once more, under the key of
-- the one it serves: what becomes of the owner's file is nothing to them. What a decision rests on stays with it.
create table shared_paper (
    id           uuid primary key,
    family       uuid not null,
    document     uuid not null,
    owner        uuid not null,
    serves       uuid not null,
    evidence     text not null,
    language     text not null,
    digest       bytea not null check (length(digest) = 32),
    consented_at timestamptz not null,
    withdrawn_at timestamptz,
    verified_at  timestamptz,
    sealed       bytea,
    decision     uuid,
    check ((verified_at is null) = (sealed is null))
);
create unique index shared_paper_standing on shared_paper (document, serves) where withdrawn_at is null;
create index shared_paper_serving on shared_paper (serves);
create index shared_paper_of_owner on shared_paper (owner);

-- Who may read along, and what. The name is the owner's word for them, under the owner's key.
create table helper (
    id         uuid primary key,
    owner      uuid not null,
    person     uuid not null,
    answers    boolean not null,
    papers     boolean not null,
    messages   boolean not null,
    sealed     bytea not null,
    since      timestamptz not null,
    removed_at timestamptz
);
create unique index helper_of_owner on helper (owner, person) where removed_at is null;
create index helper_by_person on helper (person) where removed_at is null;

create table helper_look (
    helper uuid not null references helper on delete cascade,
    what   text not null check (what in ('ANSWERS', 'PAPERS', 'MESSAGES')),
    day    date not null,
    primary key (helper, what, day)
);
