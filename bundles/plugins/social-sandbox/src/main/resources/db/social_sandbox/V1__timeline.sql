-- Accounts of the sandbox network. The number is the stable id; the handle is unique whatever its case.
create table social_sandbox_account (
  number bigint generated always as identity primary key,
  handle text not null,
  display_name text not null,
  joined_at timestamptz not null
);
create unique index social_sandbox_account_handle on social_sandbox_account (lower(handle));

-- Posts in time order: sequence and posted_at ascend together. The sequence is the id of the post.
create table social_sandbox_post (
  sequence bigint generated always as identity primary key,
  author bigint not null references social_sandbox_account,
  body text not null,
  posted_at timestamptz not null,
  kind text not null check (kind in ('ORIGINAL', 'REPLY', 'QUOTE', 'REPOST', 'EDIT')),
  target bigint references social_sandbox_post,
  mentions_host boolean not null,
  -- Whether the post concerns the host and goes to the inbox.
  routed boolean not null,
  -- Idempotency key of a draft of the host.
  draft_key text unique,
  -- Hash of an attached picture.
  media text,
  check ((kind = 'ORIGINAL') = (target is null))
);
create index social_sandbox_post_routed on social_sandbox_post (sequence) where routed;

-- How far the inbox has durably taken the routed posts.
create table social_sandbox_cursor (
  name text primary key,
  sequence bigint not null
);
