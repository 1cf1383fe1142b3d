package de.dfki.lt.tools.tokenizer;

import de.dfki.lt.tools.tokenizer.annotate.AnnotatedString;
import de.dfki.lt.tools.tokenizer.annotate.FastAnnotatedString;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words, numbers and punctuation for MaryTTS, and marks where a sentence begins. Stands in for the tokenizer of
 * the same name, which no repository holds any more. Stateless.
 */
public final class JTok {
    private static final String CLASS = "class";
    private static final String BORDER = "border";
    private static final String SENTENCE = "tu";

    /** A word or number with inner apostrophes, points, commas or hyphens, or any other single sign. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’.,-][\\p{L}\\p{M}\\p{N}]+)*|[^\\s\\p{L}\\p{M}\\p{N}]");

    /** @param unused the languages of the original; one pattern serves them all here */
    public JTok(Properties unused) {}

    public AnnotatedString tokenize(String text, String language) {
        AnnotatedString tokens = new FastAnnotatedString(text);
        Matcher matcher = TOKEN.matcher(text);
        boolean sentenceEnded = false;
        while (matcher.find()) {
            boolean closesSentence = ".!?".contains(matcher.group());
            // A fresh object per token keeps neighbours without a space between them apart.
            tokens.annotate(CLASS, new Object(), matcher.start(), matcher.end());
            if (sentenceEnded && !closesSentence) {
                tokens.annotate(BORDER, SENTENCE, matcher.start(), matcher.end());
            }
            sentenceEnded = closesSentence;
        }
        return tokens;
    }
}
