/** Checks a ledger on its own: shares no code with the platform, so that an error there is not repeated here. */
package com.sothebais.verifier;
