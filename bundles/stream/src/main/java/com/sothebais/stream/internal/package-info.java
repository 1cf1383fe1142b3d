/** The components: they wire, configure and report; everything else is in plain classes. */
package com.sothebais.stream.internal;
