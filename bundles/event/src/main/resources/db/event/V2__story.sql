-- The story of one bid: every fact from the post to the reply shares its correlation.
create index event_log_correlation on event_log (correlation, position);
