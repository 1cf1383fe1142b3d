/** The other parts of the platform, which may come and go. */
package com.sothebais.web.internal.parts;
