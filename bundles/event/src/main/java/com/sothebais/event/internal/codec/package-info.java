/** Facts as JSON and back, written out by hand: one name and version per fact, no reflection, old versions brought up to date. */
package com.sothebais.event.internal.codec;
