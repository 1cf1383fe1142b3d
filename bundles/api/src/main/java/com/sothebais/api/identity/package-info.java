/** Who a person is: the wallet behind a network account, and the people who may administer. */
@Export
@Version("1.1.0")
package com.sothebais.api.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
