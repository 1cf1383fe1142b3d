package com.sothebais.web.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.web.internal.live.SocketServlet;
import com.sothebais.web.internal.preview.PreviewConnection.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

/** A viewer to whom pictures come while its WebSocket is still being made. */
class PreviewConnectionTest {
    private static final Message KEY = new Message(new byte[] {1}, true);
    private static final Message DELTA = new Message(new byte[] {0}, false);
    private static final String GREETING = "{}";

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
    void isGreetedAlsoWhenMorePicturesThanMayWaitCameBefore() throws Exception {
        early.act = viewer -> {
            viewer.offer(KEY, GREETING);
            for (int i = 0; i < PreviewConnection.WAITING_MAX; i++) {
                viewer.offer(DELTA, GREETING);
            }
            assertThat(viewer.waiting()).isZero();
            viewer.offer(KEY, GREETING);
        };
        Client client = new Client();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/"), client)
                .join();
        assertThat(client.heard.poll(20, TimeUnit.SECONDS)).isEqualTo("text");
        assertThat(client.heard.poll(20, TimeUnit.SECONDS)).isEqualTo("picture");
        socket.abort();
    }

    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.add("text");
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            heard.add("picture");
            from.request(1);
            return null;
        }
    }

    /** Something happens to each viewer before it is connected. */
    private static final class Early extends SocketServlet {
        private static final long serialVersionUID = 1L;

        private transient volatile Consumer<PreviewConnection> act = viewer -> {};

        Early() {
            super(16 * 1024, Duration.ofSeconds(60));
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            PreviewConnection viewer = new PreviewConnection();
            act.accept(viewer);
            accept(request, response, viewer, () -> {});
        }
    }
}
