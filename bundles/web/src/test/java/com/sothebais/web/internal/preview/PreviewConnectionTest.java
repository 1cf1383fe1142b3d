package com.sothebais.web.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.web.internal.live.SocketHost;
import com.sothebais.web.internal.preview.PreviewConnection.Message;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A viewer to whom pictures come while its WebSocket is still being made. */
class PreviewConnectionTest {
    private static final Message KEY = new Message(new byte[] {1}, true);
    private static final Message DELTA = new Message(new byte[] {0}, false);
    private static final String GREETING = "{}";

    @Test
    void isGreetedAlsoWhenMorePicturesThanMayWaitCameBefore() throws Exception {
        Client client = new Client();
        try (SocketHost host = new SocketHost(PreviewConnectionTest::crowded)) {
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(host.uri("ws"), client)
                    .join();
            assertThat(client.heard.poll(20, TimeUnit.SECONDS)).isEqualTo("text");
            assertThat(client.heard.poll(20, TimeUnit.SECONDS)).isEqualTo("picture");
            socket.abort();
        }
    }

    /** So many pictures came that all were given up, and then one more. */
    private static PreviewConnection crowded() {
        PreviewConnection viewer = new PreviewConnection();
        viewer.offer(KEY, GREETING);
        for (int i = 0; i < PreviewConnection.WAITING_MAX; i++) {
            viewer.offer(DELTA, GREETING);
        }
        assertThat(viewer.waiting()).isZero();
        viewer.offer(KEY, GREETING);
        return viewer;
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
}
