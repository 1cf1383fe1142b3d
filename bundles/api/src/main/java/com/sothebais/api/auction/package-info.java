/** Campaigns, sessions, lots, rules, and the facts of an auction. */
@Export
@Version("2.0.0")
package com.sothebais.api.auction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
