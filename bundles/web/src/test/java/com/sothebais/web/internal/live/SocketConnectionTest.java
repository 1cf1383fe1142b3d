package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that is told to go while its WebSocket is still being made. */
class SocketConnectionTest {
    private static final int GOING_AWAY = 1001;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Early early = new Early();

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(early), "/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void isClosedAsSoonAsItIsConnectedWhenItWasClosedBefore() throws Exception {
        early.act = SocketConnection::close;
        try (SocketClient client = new SocketClient(uri())) {
            assertThat(client.closeCode()).isEqualTo(GOING_AWAY);
        }
    }

    @Test
    void leavesOnceWhenItWasClosedBeforeItHadAPlaceToLeave() {
        AtomicInteger left = new AtomicInteger();
        SocketConnection connection = new SocketConnection();
        connection.cutOff();
        connection.join(null, left::incrementAndGet);
        connection.close();
        assertThat(left).hasValue(1);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/live");
    }

    /** Something happens to each connection before it is made. */
    private static final class Early extends SocketServlet {
        private static final long serialVersionUID = 1L;

        private transient volatile Consumer<SocketConnection> act = connection -> {};

        Early() {
            super(16 * 1024, Duration.ofSeconds(60));
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            SocketConnection connection = new SocketConnection();
            act.accept(connection);
            accept(request, response, connection, connection::close);
        }
    }
}
