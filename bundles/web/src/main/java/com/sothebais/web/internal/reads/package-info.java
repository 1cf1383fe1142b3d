/** What is asked in the address of a read, and pages of lists, bids and facts. */
package com.sothebais.web.internal.reads;
