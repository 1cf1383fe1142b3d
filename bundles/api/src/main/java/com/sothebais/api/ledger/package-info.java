/** The hash-chained ledger of every bid of a lot, and its verification. */
@Export
@Version("1.0.0")
package com.sothebais.api.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
