/** Bodies that are more than a few fields: read to the end, with every mistake named. */
package com.sothebais.web.internal.forms;
