insert into sample_note values (0, 'from the second script');
