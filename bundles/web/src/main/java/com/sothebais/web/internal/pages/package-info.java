/** The dashboard page and the files of the running stream. */
package com.sothebais.web.internal.pages;
