/** The state of the show as every reader folds it from the log. */
@Export
@Version("2.0.0")
package com.sothebais.api.show;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
