/** The host: character, moods, moments worth speaking of, and the plugins that think and speak for it. */
@Export
@Version("2.0.0")
package com.sothebais.api.agent;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
