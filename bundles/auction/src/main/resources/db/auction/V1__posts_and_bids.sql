-- Every post that was taken: a post counts once, however often it is delivered.
create table auction_post (
    post text primary key,
    at timestamptz not null
);

-- Every bid with its verdict, and its place in the ledger of its lot.
create table auction_bid (
    post text primary key references auction_post (post),
    auction text,
    account text not null,
    verdict text not null,
    amount_units numeric(78, 0),
    currency text,
    at timestamptz not null,
    entry_index integer,
    entry_previous char(64),
    entry_hash char(64),
    constraint auction_bid_entry check (
        (entry_index is null) = (entry_hash is null) and (entry_index is null) = (entry_previous is null)
        and (entry_index is null or auction is not null)),
    constraint auction_bid_place unique (auction, entry_index)
);

create index auction_bid_account on auction_bid (account, at);
