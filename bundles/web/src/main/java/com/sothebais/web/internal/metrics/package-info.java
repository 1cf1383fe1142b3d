/** What the platform measures, written down for monitoring systems. */
package com.sothebais.web.internal.metrics;
