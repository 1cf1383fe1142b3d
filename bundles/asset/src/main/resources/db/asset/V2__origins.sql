-- The token that a picture was taken from; empty for what was uploaded. Data URIs are shortened.
alter table asset_version
  add column token_uri text,
  add column token_id numeric(78) check (token_id >= 0),
  add column picture_uri text,
  add check ((token_uri is null) = (picture_uri is null));
