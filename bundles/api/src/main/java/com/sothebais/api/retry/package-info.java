/** Trying again. */
@Export
@Version("1.0.0")
package com.sothebais.api.retry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
