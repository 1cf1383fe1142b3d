/** The append-only log in PostgreSQL and the wake-up of its readers in this process. */
package com.sothebais.event.internal.log;
