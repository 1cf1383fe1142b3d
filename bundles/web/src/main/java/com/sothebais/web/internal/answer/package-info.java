/** The one shape of all answers, good and bad. */
package com.sothebais.web.internal.answer;
