package org.apache.log4j;

/** Named in signatures that MaryTTS links against. */
public class Layout {}
