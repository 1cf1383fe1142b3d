package com.sothebais.identity.internal;

/** Who may administer, kept elsewhere. Thread-safe. */
interface Realm {

    /**
     * Whether the password is this person's and the person is an admin.
     *
     * @throws RealmException when that cannot be found out
     */
    boolean admits(String name, char[] password);
}
