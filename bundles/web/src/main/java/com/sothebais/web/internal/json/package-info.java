/** What the answers and the live feed contain: plain records made from the api's values. */
package com.sothebais.web.internal.json;
