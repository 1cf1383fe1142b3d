/** Asks other hosts by HTTP without ever asking one that strangers must not choose. */
package com.sothebais.asset.fetch;
