-- The simulated chain is its list of transactions: only ever appended to, one row each, refolded at start.
create table chain_simulated_transaction (
  chain       text           not null,
  number      bigint         not null check (number > 0),
  block       bigint         not null check (block > 0),
  hash        text           not null,
  kind        text           not null check (kind in ('MINTED', 'DEPOSITED', 'WITHDRAWN', 'SETTLED', 'REFUSED')),
  wallet      text,
  amount      numeric(78, 0) check (amount > 0),
  seller      text,
  collection  text,
  token_id    numeric(78, 0),
  settlement  text,
  ledger_root text,
  reason      text,
  primary key (chain, number)
);

-- The exactly-once of settlement, held by the table itself.
create unique index chain_simulated_settlement_once on chain_simulated_transaction (chain, settlement)
  where settlement is not null;
