package com.sothebais.web.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.web.internal.answer.Envelope;
import java.io.BufferedReader;
import java.io.IOException;
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
        socket = new Socket();
        socket.setReceiveBufferSize(4_096);
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
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1_024);
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
    }

    /** Status line and headers. */
    String head() {
        return head.toString();
    }

    /** The next message but vitals; chunk sizes and comments in between are skipped. */
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
