package com.sothebais.web.internal.live;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.websocket.api.WebSocketConnectionListener;

/** A web server on the loopback that makes a WebSocket of every call, with a connection to which anything may have happened before. */
public final class SocketHost implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    public SocketHost(Supplier<WebSocketConnectionListener> connections) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new Sockets(connections)), "/*");
        server.setHandler(context);
        server.start();
    }

    /** @param scheme {@code http} or {@code ws}, as the client wants it */
    public URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + connector.getLocalPort() + "/live");
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException("the web server did not stop", e);
        }
    }

    private static final class Sockets extends SocketServlet {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<WebSocketConnectionListener> connections;

        Sockets(Supplier<WebSocketConnectionListener> connections) {
            super(16 * 1024, Duration.ofSeconds(60));
            this.connections = connections;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            accept(request, response, connections.get(), () -> {});
        }
    }
}
