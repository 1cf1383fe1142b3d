package com.sothebais.stream.output;

import com.sothebais.stream.media.MediaException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * One TLS connection to a server whose certificate must be signed by a known authority and carry the server's name; what the one
 * client of a port on the loopback sends goes there at once, and what comes back goes to the client. Two threads while it lasts.
 */
final class TlsBridge implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int WAIT_MILLIS = (int) Muxer.WAIT_MAX.toMillis();

    private final String host;
    private final int port;
    private final Path certificates;
    private final Socket remote = new Socket();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<ServerSocket> door = Optional.empty();
    private volatile Optional<Socket> client = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();

    /** @param certificates the authorities, PEM */
    TlsBridge(String host, int port, Path certificates) {
        this.host = host;
        this.port = port;
        this.certificates = certificates;
    }

    /**
     * Connects, checks the certificate and opens the port.
     *
     * @throws MediaException with the reason when the server cannot be reached or trusted
     */
    void open() {
        try {
            remote.setTcpNoDelay(true);
            remote.connect(new InetSocketAddress(host, port), WAIT_MILLIS);
            SSLSocket secure = handshake();
            ServerSocket opened = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            door = Optional.of(opened);
            ThreadFactory threads = daemons("sothebais-tls-" + opened.getLocalPort());
            threads.newThread(() -> serve(opened, secure, threads)).start();
            if (closed.get()) {
                opened.close();
            }
        } catch (IOException e) {
            throw new MediaException(reason(e), 0);
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private SSLSocket handshake() throws IOException {
        SSLSocket secure = (SSLSocket) context().getSocketFactory().createSocket(remote, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        // Without it any certificate of any server that some authority has signed would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(WAIT_MILLIS);
        secure.startHandshake();
        secure.setSoTimeout(0);
        return secure;
    }

    private SSLContext context() throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(certificates))) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                known.setCertificateEntry(Integer.toString(known.size()), authority);
            }
            if (known.size() == 0) {
                throw new IOException("it holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException("cannot read authorities from the file " + certificates + ": " + e, e);
        }
    }

    /** Where to connect on the loopback. */
    int port() {
        return door.map(ServerSocket::getLocalPort).orElseThrow();
    }

    /** Why the connection to the server ended, if it did. */
    Optional<String> failure() {
        return failure;
    }

    private void serve(ServerSocket opened, SSLSocket secure, ThreadFactory threads) {
        try (opened) {
            opened.setSoTimeout(WAIT_MILLIS);
            Socket accepted = opened.accept();
            // The first client is the only one.
            opened.close();
            accepted.setTcpNoDelay(true);
            client = Optional.of(accepted);
            if (closed.get()) {
                accepted.close();
            }
            threads.newThread(() -> pump(secure, accepted, false)).start();
            pump(accepted, secure, true);
        } catch (IOException e) {
            close();
        }
    }

    private void pump(Socket from, Socket to, boolean sending) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
            if (!sending) {
                ended("it ended the connection");
            }
        } catch (IOException e) {
            ended(e.getMessage());
        } finally {
            close();
        }
    }

    /** The first end is the cause, the others follow from it; and what we close ourselves is no failure. */
    private synchronized void ended(String how) {
        if (!closed.get() && failure.isEmpty()) {
            failure = Optional.of("lost the connection to " + host + ":" + port + ": " + how);
        }
    }

    private String reason(IOException e) {
        String where = host + ":" + port;
        if (e instanceof SSLException) {
            return "the certificate of " + where + " is not trusted, or TLS failed: " + e.getMessage()
                    + "; name the file with its authority as ca.file";
        }
        return "cannot connect to " + where + ": " + e;
    }

    /** Ends both sides; the plain socket first, because closing TLS waits for a write that may be stuck. */
    @Override
    public void close() {
        closed.set(true);
        quietly(remote);
        door.ifPresent(TlsBridge::quietly);
        client.ifPresent(TlsBridge::quietly);
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            // Whatever a socket says at its end, it is closed.
            org.slf4j.LoggerFactory.getLogger(TlsBridge.class).debug("closing a push: {}", e.getMessage());
        }
    }
}
