/** The escrow book, deposits, reserves, and the settlement of what was won. */
@Export
@Version("1.1.0")
package com.sothebais.api.settlement;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
