-- Contents, by SHA-256 in hexadecimal. A row says that the store has the content: the content is stored first.
create table asset_content (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  width int check (width > 0),
  height int check (height > 0),
  -- Whether the library stored it. Content that was there before its first row is somebody else's too and never removed.
  owned boolean not null,
  stored_at timestamptz not null
);

-- Named assets; the number is the stable id. A name is unique, whatever its case, among those that are not in the trash.
create table asset_entry (
  number bigint generated always as identity primary key,
  name text not null,
  trashed_at timestamptz,
  trashed_by text,
  check ((trashed_at is null) = (trashed_by is null))
);
create unique index asset_entry_name on asset_entry (lower(name)) where trashed_at is null;
create index asset_entry_trash on asset_entry (trashed_at) where trashed_at is not null;

-- Each upload under a name.
create table asset_version (
  entry bigint not null references asset_entry on delete cascade,
  version int not null check (version > 0),
  hash text not null references asset_content,
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  primary key (entry, version)
);
create index asset_version_hash on asset_version (hash);

-- What was done by whom and why; outlives the asset.
create table asset_deed (
  id bigint generated always as identity primary key,
  entry bigint not null,
  name text not null,
  done_at timestamptz not null,
  person text not null,
  act text not null check (act in ('UPLOADED', 'TRASHED', 'RESTORED', 'REMOVED')),
  version int,
  hash text,
  reason text not null
);
create index asset_deed_entry on asset_deed (entry, id);

-- Which lots show which content, from the published campaigns.
create table asset_use (
  hash text not null,
  kind text not null,
  place text not null,
  label text not null,
  primary key (hash, kind, place)
);
