package com.sothebais.web.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.live.SseClient.Message;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A client of the feed over a WebSocket, on a plain socket: that of the JDK mixes up the bytes of messages when many of its
 * connections are aborted.
 */
final class SocketClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;
    private static final int MASK_BYTES = 4;

    private final Socket socket;
    private final DataInputStream in;

    /** @param headers names and values in turn */
    SocketClient(URI uri, String... headers) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder request = new StringBuilder("GET " + uri.getPath() + query + " HTTP/1.1\r\nHost: "
                + uri.getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        String head = head();
        if (!head.startsWith("HTTP/1.1 101")) {
            close();
            throw new IOException("the server did not take the WebSocket: " + head);
        }
    }

    private record Packet(int head, byte[] payload) {}

    /** The next message but vitals. */
    Message next() throws IOException {
        while (true) {
            Packet packet = packet();
            if (packet.head() == CLOSE) {
                throw new EOFException("the server closed the WebSocket");
            }
            if (packet.head() == TEXT) {
                JsonNode message = Envelope.JSON.readTree(packet.payload());
                String event = message.path("event").asText();
                if (!event.equals("vitals")) {
                    return new Message(event, message.path("id").asLong(), message.path("data"));
                }
            }
        }
    }

    void say(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(2 + Short.BYTES + MASK_BYTES + payload.length);
        frame.put((byte) TEXT);
        if (payload.length < LENGTH_OF_16_BITS) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | LENGTH_OF_16_BITS)).putShort((short) payload.length);
        }
        // A mask of zeros leaves the payload as it is.
        frame.putInt(0).put(payload).flip();
        socket.getOutputStream().write(frame.array(), 0, frame.limit());
    }

    /** Code with which the server ended the connection. */
    int closeCode() throws IOException {
        while (true) {
            Packet packet = packet();
            if (packet.head() == CLOSE) {
                return ByteBuffer.wrap(packet.payload()).getShort();
            }
        }
    }

    @Override
    public void close() throws IOException {
        // Without any goodbye, as when somebody closes the lid.
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private Packet packet() throws IOException {
        int head = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == LENGTH_OF_16_BITS) {
            length = in.readUnsignedShort();
        } else if (length == LENGTH_OF_64_BITS) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return new Packet(head, payload);
    }
}
