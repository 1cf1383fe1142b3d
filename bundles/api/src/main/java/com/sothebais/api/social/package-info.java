/** Social networks as the platform sees them: accounts, posts, the inbox for what is said and drafts for what we say. */
@Export
@Version("1.1.0")
package com.sothebais.api.social;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
