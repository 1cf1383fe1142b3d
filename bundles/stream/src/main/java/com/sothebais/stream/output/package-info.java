/** Where the encoded feed goes: recording, local HLS and RTMP push, each with a queue and a thread of its own. */
package com.sothebais.stream.output;
