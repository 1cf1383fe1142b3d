package com.sothebais.asset.fetch;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Gets what strangers name, by GET over HTTP/1.1, one connection each. Every host, also of a redirect, is looked up once and connected
 * to at the very address that the {@link Doorman} let pass. No cookies, no credentials, no proxy, no cache. Thread-safe.
 */
public final class Fetcher {
    /** Most redirects of one address. */
    static final int REDIRECTS_MAX = 5;

    private static final String AGENT = "SothebAIs (artwork of tokens)";
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;

    private final Doorman doorman;
    private final SSLSocketFactory tls;
    private final Times times;

    public Fetcher(Doorman doorman, SSLSocketFactory tls, Times times) {
        this.doorman = doorman;
        this.tls = tls;
        this.times = times;
    }

    /** Hears how it goes. */
    public interface Listener {
        /** @param total bytes that will come, when the host tells */
        void answered(String host, OptionalLong total);

        /** @param bytes that came so far */
        void received(long bytes);
    }

    /**
     * What is asked for.
     *
     * @param accept media types, as the header has them
     * @param bytesMax of the body, unpacked
     */
    public record Ask(String accept, long bytesMax, Deadline deadline, Listener listener) {}

    /** Reads a body, whose failures come as {@link TokenException}. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream body) throws IOException;
    }

    /** @throws TokenException when the address is forbidden, or no whole answer comes from it */
    public <T> T get(WebAddress address, Ask ask, Reader<T> reader) {
        WebAddress at = address;
        for (int redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
            Answer<T> answer = once(at, ask, reader);
            if (answer.next().isEmpty()) {
                return answer.value().orElseThrow();
            }
            at = answer.next().get();
        }
        throw new TokenException(
                Problem.UNREACHABLE,
                address.host() + " sends on more than " + REDIRECTS_MAX + " times; give the address it ends at.");
    }

    /** Either what was read, or where to ask next. */
    private record Answer<T>(Optional<T> value, Optional<WebAddress> next) {}

    private <T> Answer<T> once(WebAddress at, Ask ask, Reader<T> reader) {
        Deadline answerBy = ask.deadline().orIn(times.answer());
        try (Line line = open(at, answerBy)) {
            line.out().write(request(at, ask).getBytes(StandardCharsets.US_ASCII));
            line.out().flush();
            InputStream in = new BufferedInputStream(line.in());
            Head head = Head.read(in);
            if (REDIRECTS.contains(head.status())) {
                return new Answer<>(Optional.empty(), Optional.of(next(at, head)));
            }
            if (head.status() != OK) {
                throw new TokenException(
                        Problem.UNREACHABLE,
                        at.host() + " answered " + head.status() + "; check the address or try again.");
            }
            OptionalLong length = Framing.length(head);
            if (length.orElse(0) > ask.bytesMax()) {
                throw Body.tooMuch(at.host(), ask.bytesMax());
            }
            line.until(ask.deadline());
            ask.listener().answered(at.host(), length);
            return new Answer<>(Optional.of(reader.read(body(at, head, in, ask))), Optional.empty());
        } catch (IOException e) {
            throw Failures.of(at.host(), e);
        }
    }

    /** Counted before and after unpacking: a packed body may also be long without containing anything. */
    private static InputStream body(WebAddress at, Head head, InputStream in, Ask ask) throws IOException {
        long packedMax = ask.bytesMax() + Head.BYTES_MAX;
        InputStream counted = new Body(in, at.host(), packedMax, bytes -> {});
        return new Body(Framing.body(head, counted), at.host(), ask.bytesMax(), bytes -> ask.listener()
                .received(bytes));
    }

    private Line open(WebAddress at, Deadline deadline) throws IOException {
        IOException failure = new IOException("it has no address");
        for (InetAddress to : doorman.addresses(at, deadline)) {
            try {
                return Line.open(at, to, tls, times, deadline);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static String request(WebAddress at, Ask ask) {
        return "GET " + at.target() + " HTTP/1.1\r\n"
                + "Host: " + at.authority() + "\r\n"
                + "User-Agent: " + AGENT + "\r\n"
                + "Accept: " + ask.accept() + "\r\n"
                + "Accept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n";
    }

    private static WebAddress next(WebAddress at, Head head) {
        String location = head.field("location")
                .orElseThrow(() -> new TokenException(
                        Problem.UNREACHABLE, at.host() + " sends on to nowhere; give another address."));
        WebAddress next = at.resolve(location);
        if (at.secure() && !next.secure()) {
            throw new TokenException(
                    Problem.FORBIDDEN,
                    at.host() + " sends on from https to http, which anybody on the way could change; give an address"
                            + " that stays with https.");
        }
        return next;
    }
}
