/** Keeps contents by their hash, in files or in a store that speaks the S3 protocol, and receives new ones. */
package com.sothebais.asset.store;
