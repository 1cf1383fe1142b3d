/** Every campaign and lot that the platform knows, past and future, folded from the log. */
package com.sothebais.web.internal.catalogue;
