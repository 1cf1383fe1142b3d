/** What a call must pass before it may change anything: origin, size, rate, form and login. */
package com.sothebais.web.internal.guard;
