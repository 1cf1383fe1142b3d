/** Redis Streams, a rebuildable copy of the log for other nodes and outside consumers. */
@Export
@Version("2.0.0")
package com.sothebais.api.redis;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
