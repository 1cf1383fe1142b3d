/** Amounts of money as integers of the smallest unit. */
@Export
@Version("1.0.0")
package com.sothebais.api.money;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
