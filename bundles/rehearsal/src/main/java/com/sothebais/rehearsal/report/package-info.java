/** What a show leaves in its directory: the status line, the report and the ledgers. */
package com.sothebais.rehearsal.report;
