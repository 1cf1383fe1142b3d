package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A connection that is told to go while its WebSocket is still being made. */
class SocketConnectionTest {
    private static final int GOING_AWAY = 1001;

    @Test
    void isClosedAsSoonAsItIsConnectedWhenItWasClosedBefore() throws Exception {
        try (SocketHost host = new SocketHost(SocketConnectionTest::closed)) {
            try (SocketClient client = new SocketClient(host.uri("http"))) {
                assertThat(client.closeCode()).isEqualTo(GOING_AWAY);
            }
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

    private static SocketConnection closed() {
        SocketConnection connection = new SocketConnection();
        connection.close();
        return connection;
    }
}
