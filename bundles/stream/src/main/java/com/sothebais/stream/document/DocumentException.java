package com.sothebais.stream.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document that must not go on air, and everything that is wrong with it. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** More are not listed: they mostly follow from the first. */
    public static final int PROBLEMS_MAX = 20;

    private final transient List<Problem> problems;

    public DocumentException(List<Problem> problems) {
        super(problems.stream().limit(PROBLEMS_MAX).map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = problems.stream().limit(PROBLEMS_MAX).toList();
    }

    /** At least one, at most {@value #PROBLEMS_MAX}. */
    public List<Problem> problems() {
        return problems;
    }
}
