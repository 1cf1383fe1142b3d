package com.sothebais.stream.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Passes everything on to a server until it is told to stall; then it takes one byte a second. */
public final class SlowProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final ServerSocket door;
    private final int server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean stalled;

    public SlowProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket();
        // Small, so that the system does not swallow what nobody reads.
        door.setReceiveBufferSize(BUFFER_BYTES);
        door.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void stall() {
        stalled = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(client);
                sockets.add(upstream);
                daemon(() -> pump(client, upstream));
                daemon(() -> pump(upstream, client));
            }
        } catch (IOException e) {
            end();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count = 0;
            while (count >= 0) {
                out.write(buffer, 0, count);
                if (stalled) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
                count = in.read(buffer, 0, stalled ? 1 : buffer.length);
            }
        } catch (IOException e) {
            end();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "slow-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void end() {
        sockets.forEach(SlowProxy::quietly);
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        quietly(door);
        end();
    }
}
