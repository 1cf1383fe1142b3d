package com.sothebais.asset.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to an address that was checked. Every read of it, also those of the TLS handshake, ends at the deadline, whatever the
 * other side drips. For one thread.
 */
final class Line implements AutoCloseable {
    private final TimedSocket socket;
    private final Socket spoken;

    private Line(TimedSocket socket, Socket spoken) {
        this.socket = socket;
        this.spoken = spoken;
    }

    /**
     * @param to one of the addresses that the host was found at
     * @param tls makes the encrypted connection, and trusts whom it trusts
     * @param deadline for all of it till {@link #until} is called
     */
    static Line open(WebAddress address, InetAddress to, SSLSocketFactory tls, Times times, Deadline deadline)
            throws IOException {
        TimedSocket socket = new TimedSocket(times.idle(), deadline);
        boolean done = false;
        try {
            int connectMillis = deadline.orIn(times.connect()).leftMillis();
            socket.connect(new InetSocketAddress(to, address.port()), connectMillis);
            Line line = new Line(socket, address.secure() ? encrypted(socket, address, tls) : socket);
            done = true;
            return line;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    /** The certificate must be of the host that was asked for, as browsers want it. */
    private static Socket encrypted(Socket socket, WebAddress address, SSLSocketFactory tls) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, address.host(), address.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    void until(Deadline deadline) {
        socket.deadline = deadline;
    }

    InputStream in() throws IOException {
        return spoken.getInputStream();
    }

    OutputStream out() throws IOException {
        return spoken.getOutputStream();
    }

    /** Without a farewell, which could wait for the other side. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Goes through no proxy of the system: that one would look the host up again. */
    private static final class TimedSocket extends Socket {
        private final Duration idle;
        private volatile Deadline deadline;

        TimedSocket(Duration idle, Deadline deadline) {
            super(Proxy.NO_PROXY);
            this.idle = idle;
            this.deadline = deadline;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream in = super.getInputStream();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    limit();
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    limit();
                    return in.read(bytes, from, length);
                }
            };
        }

        private void limit() throws IOException {
            deadline.check();
            setSoTimeout(deadline.orIn(idle).leftMillis());
        }
    }
}
