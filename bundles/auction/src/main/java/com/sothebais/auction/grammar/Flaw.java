package com.sothebais.auction.grammar;

/** Why a post binds nobody although it speaks of a bid. */
public enum Flaw {
    NO_AMOUNT,
    NO_CURRENCY,
    BAD_NUMBER,
    ZERO,
    NEGATIVE,
    /** More decimals than the unit has. */
    TOO_PRECISE,
    /** A fraction such as 1/3. */
    NON_TERMINATING,
    OVERFLOW,
    MULTIPLE_AMOUNTS,
    RANGE,
    /** 1,000 and 2.500 and "1 000" mean different numbers in different countries. */
    AMBIGUOUS_SEPARATOR,
    AMBIGUOUS_CURRENCY,
    UNSUPPORTED_CURRENCY,
    /** 10 % more, double it. */
    UNSUPPORTED_RELATIVE,
    /** The amount was in words. */
    CONFIRM_WORDS,
    CLARIFY,
    /** Look-alike letters or digits. */
    CONFUSABLE,
    HIDDEN_CHARS,
    MIXED_DIGITS,
    NEGATED,
    CONDITIONAL,
    QUESTION,
    REPORTED,
    QUOTED,
    JOKE,
    RETWEET
}
