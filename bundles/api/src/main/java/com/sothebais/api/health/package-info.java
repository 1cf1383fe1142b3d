/** How each part of the platform is, and how long things take. */
@Export
@Version("1.1.0")
package com.sothebais.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
