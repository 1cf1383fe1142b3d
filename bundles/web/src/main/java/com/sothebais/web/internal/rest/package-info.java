/** The resources under {@code /api}: thin, one answer each. */
package com.sothebais.web.internal.rest;
