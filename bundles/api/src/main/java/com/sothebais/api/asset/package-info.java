/** Artwork and other media, stored under the hash of their content, and the named collection of them that admins keep. */
@Export
@Version("1.1.0")
package com.sothebais.api.asset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
