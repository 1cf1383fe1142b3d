/** The page in the web console. */
package com.sothebais.console.page;
