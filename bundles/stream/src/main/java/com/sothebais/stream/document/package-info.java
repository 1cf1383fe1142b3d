/** Files that people write in JSON: read with limits, checked against a published schema, with messages for those people. */
package com.sothebais.stream.document;
