package com.sothebais.asset.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** A web server on the loopback that answers byte for byte what a test says, however wrong. */
public final class LoopbackHost implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Writes an answer; an exception of the connection ends it. */
    @FunctionalInterface
    public interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    public LoopbackHost() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    public LoopbackHost(ServerSocketFactory factory) throws IOException {
        server = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** {@code host:port}, as the configuration names private hosts. */
    public String place() {
        return "127.0.0.1:" + port();
    }

    public String url(String path) {
        return "http://" + place() + path;
    }

    /** All requests as they came, without their last empty line. */
    public List<String> requests() {
        return requests;
    }

    /** @param path with the query */
    public void on(String path, Answer answer) {
        answers.put(path, answer);
    }

    public void gives(String path, byte[] body) {
        on(
                path,
                out -> out.write(Samples.joined(
                        Samples.text("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"), body)));
    }

    public void gives(String path, String body) {
        gives(path, Samples.text(body));
    }

    public void says(String path, String raw) {
        on(path, out -> out.write(Samples.text(raw)));
    }

    public void sendsOn(String path, String location) {
        says(path, "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
            }
            if (request.length() == 0) {
                return;
            }
            requests.add(request.toString());
            String path = request.toString().split(" ", 3)[1];
            Answer missing = out -> out.write(Samples.text("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
            OutputStream out = socket.getOutputStream();
            answers.getOrDefault(path, missing).write(out);
            out.flush();
        } catch (IOException e) {
            // Whoever asked has gone: that is what many of the tests are about.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
