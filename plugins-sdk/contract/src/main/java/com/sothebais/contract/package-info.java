/** Test suites that every implementation of an SPI passes, and an event log in memory for tests. */
@Export
@Version("1.0.0")
package com.sothebais.contract;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
