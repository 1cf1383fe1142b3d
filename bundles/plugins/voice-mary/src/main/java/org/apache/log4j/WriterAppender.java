package org.apache.log4j;

/** Named in signatures that MaryTTS links against; writes nothing. */
public final class WriterAppender implements Appender {
    public WriterAppender(Layout layout, java.io.Writer writer) {}
}
