/** Draws with Skia. */
package com.sothebais.render.skia.internal;
