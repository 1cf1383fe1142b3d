/** Whole shows with simulated bidders, played on simulated networks and chains. */
@Export
@Version("1.1.0")
package com.sothebais.api.rehearsal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
