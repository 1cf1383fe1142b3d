/** The promises of a renderer by subject, and the pictures that all renderers are compared with. */
@Export
@Version("1.0.0")
package com.sothebais.contract.renderer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
