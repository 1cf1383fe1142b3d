/** The one PostgreSQL database that holds the truth. */
@Export
@Version("1.1.0")
package com.sothebais.api.database;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
