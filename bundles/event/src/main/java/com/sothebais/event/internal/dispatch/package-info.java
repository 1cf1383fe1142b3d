/** Brings each fact to each subscriber on that subscriber's own thread, and keeps what a reactor could not take. */
package com.sothebais.event.internal.dispatch;
