/** One clip for each lot, cut at fragments out of the recording: bytes are copied and only their times are changed. */
package com.sothebais.stream.clip;
