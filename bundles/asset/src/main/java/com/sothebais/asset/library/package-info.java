/** Names, versions, uses and the trash in PostgreSQL, over contents that are stored by their hash. */
package com.sothebais.asset.library;
