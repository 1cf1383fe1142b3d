-- The log is the truth about posts and bids: ledgers and repeated posts are read from it.
drop table auction_bid;
drop table auction_post;

-- The auctioneer's state after a fact, so that a start reads only what follows. Can be emptied at any time.
create table auction_snapshot (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    position bigint not null,
    format   text not null,
    checksum char(64) not null,
    bytes    bytea not null
);

-- The bytes are compressed already.
alter table auction_snapshot alter column bytes set storage external;
