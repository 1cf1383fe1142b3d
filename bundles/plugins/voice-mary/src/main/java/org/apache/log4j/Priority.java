package org.apache.log4j;

/** Severity as MaryTTS passes it on; only its identity matters. */
public class Priority {}
