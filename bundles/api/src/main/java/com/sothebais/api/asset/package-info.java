/** Artwork and other media, stored under the hash of their content. */
@Export
@Version("1.0.0")
package com.sothebais.api.asset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
