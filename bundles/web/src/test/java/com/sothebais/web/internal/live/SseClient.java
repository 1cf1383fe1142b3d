package com.sothebais.web.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.web.internal.answer.Envelope;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the event stream on a bare socket, so that nothing reads ahead behind our back. */
final class SseClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;
    private final StringBuilder head = new StringBuilder();

    /** A message; {@code id} is 0 without one. */
    record Message(String event, long id, JsonNode data) {}

    SseClient(URI uri, String... headers) throws IOException {
        this(new Socket(), uri, headers);
    }

    /** A client whose system keeps little for it, so that not reading is felt soon. */
    static SseClient narrow(URI uri) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        return new SseClient(socket, uri);
    }

    private SseClient(Socket socket, URI uri, String... headers) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: x\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        OutputStream out = socket.getOutputStream();
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1_024);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.append(line).append('\n');
        }
        reader = new BufferedReader(new InputStreamReader(new Chunks(in), StandardCharsets.UTF_8), 1_024);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** The body of a chunked answer. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left;
        private boolean started;
        private boolean ended;

        private Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0 && !ended) {
                // The server ends a chunk when it begins the next.
                String size = started ? line(in) + line(in) : line(in);
                started = true;
                left = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
                ended = left == 0;
            }
            int read = ended ? -1 : in.read(bytes, from, Math.min(length, left));
            ended |= read < 0;
            left -= Math.max(read, 0);
            return read;
        }
    }

    /** Status line and headers. */
    String head() {
        return head.toString();
    }

    /** The next message but vitals; comments in between are skipped. */
    Message next() throws IOException {
        long id = 0;
        String event = "";
        // Vitals keep coming when nothing else does, so the patience of the socket is not enough.
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        for (String line = reader.readLine(); line != null && System.nanoTime() < end; line = reader.readLine()) {
            if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring(4));
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ") && !event.equals("vitals")) {
                return new Message(event, id, Envelope.JSON.readTree(line.substring(6)));
            }
        }
        throw new IOException("the feed ended, or the message did not come");
    }

    Message await(Predicate<Message> wanted) throws IOException {
        Message message = next();
        while (!wanted.test(message)) {
            message = next();
        }
        return message;
    }

    /** Reads to the end of the connection. */
    void awaitEnd() throws IOException {
        while (reader.readLine() != null) {
            // What still comes does not matter.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
