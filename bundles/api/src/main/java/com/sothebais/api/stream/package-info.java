/** What viewers see and hear: scenes, renderers, the studio that encodes them and its outputs. */
@Export
@Version("2.0.0")
package com.sothebais.api.stream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
