package com.sothebais.asset.fetch;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** Says for people what went wrong on a connection. */
final class Failures {
    private static final int TOLD_MAX = 160;

    private Failures() {}

    static TokenException of(String host, IOException failure) {
        return new TokenException(Problem.UNREACHABLE, host + ": " + what(failure) + ".");
    }

    /** A host may put anything into what becomes a message; only a short piece that can be seen is passed on. */
    static String told(String text) {
        String visible = text.replaceAll("[^\\x20-\\x7E]", "?");
        return visible.length() <= TOLD_MAX ? visible : visible.substring(0, TOLD_MAX) + "...";
    }

    private static String what(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return "it took too long; try again";
        }
        if (failure instanceof ConnectException) {
            return "no connection; check the address or try again";
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof SSLException) {
            return "no secure connection (" + told(message) + "); its certificate must be of this host and valid";
        }
        return told(message);
    }
}
