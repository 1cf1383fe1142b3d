/** Bodies that are files. */
package com.sothebais.web.internal.upload;
