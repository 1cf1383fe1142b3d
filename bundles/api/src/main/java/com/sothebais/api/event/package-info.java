/** The append-only log of facts, its readers, and what happens to a fact that a reader cannot take. */
@Export
@Version("2.0.0")
package com.sothebais.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
