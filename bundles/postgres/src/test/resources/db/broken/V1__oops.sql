create tabel broken_oops ();
