/** Blockchains as the platform sees them: wallets, tokens, escrow movements and settlement. */
@Export
@Version("1.0.0")
package com.sothebais.api.chain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
