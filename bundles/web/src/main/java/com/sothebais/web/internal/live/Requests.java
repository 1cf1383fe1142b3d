package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpConnection;

/** What both forms of the feed do with a request. */
public final class Requests {
    /** The system keeps at most this much for a client that does not read, instead of megabytes of what is out of date. */
    static final int SEND_BUFFER_BYTES = 128 * 1024;

    private static final int RETRY_SECONDS = 5;
    private static final SocketOption<Integer> SEND_BUFFER = StandardSocketOptions.SO_SNDBUF;

    private Requests() {}

    /** Also read from the query, for clients that cannot set headers on their first connection. */
    static OptionalLong lastPosition(HttpServletRequest request) {
        String header = request.getHeader("Last-Event-ID");
        String text = header == null ? request.getParameter("after") : header;
        if (text == null || !text.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    static void refuse(HttpServletResponse response, Places.Refused refused) throws IOException {
        response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
        if (refused == Places.Refused.HOUSE_FULL) {
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    new Refusal(
                            ErrorCode.TOO_MANY_REQUESTS,
                            "All places of the live feed are taken; try again in some seconds."));
        } else {
            refuse(
                    response,
                    ErrorCode.TOO_MANY_REQUESTS.status(),
                    new Refusal(
                            ErrorCode.TOO_MANY_REQUESTS,
                            "Your address has all its places of the live feed; close one, or try again in some seconds."));
        }
    }

    public static void refuse(HttpServletResponse response, int status, Refusal refusal) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(Envelope.failure(refusal).getBytes(StandardCharsets.UTF_8));
    }

    /** To be called while the request is being handled. */
    public static void limitSendBuffer() throws IOException {
        Object transport = HttpConnection.getCurrentConnection().getEndPoint().getTransport();
        if (transport instanceof SocketChannel channel) {
            channel.setOption(SEND_BUFFER, SEND_BUFFER_BYTES);
        }
    }
}
