package com.sothebais.asset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.asset.testing.LoopbackHost;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate is that of the name that was asked for, although the connection goes to an address. */
class SecureFetchTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private static SSLContext tls;
    private static LoopbackHost host;

    @BeforeAll
    static void start() throws Exception {
        Path keys = directory.resolve("keys.p12");
        String command = Path.of(System.getProperty("java.home"), "bin", "keytool")
                + " -genkeypair -alias host -keyalg EC -dname CN=art.example -ext san=dns:art.example"
                + " -storetype PKCS12 -storepass changeit -keystore " + keys;
        Process keytool = new ProcessBuilder(command.split(" ")).inheritIO().start();
        assertThat(keytool.waitFor(2, TimeUnit.MINUTES)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        host = new LoopbackHost(tls.getServerSocketFactory());
        host.gives("/", "hello");
        host.sendsOn("/down", "http://art.example:" + host.port() + "/");
    }

    @AfterAll
    static void stop() throws Exception {
        host.close();
    }

    @Test
    void theHostOfTheCertificateIsTalkedTo() {
        assertThat(get(tls, "art.example", "/")).isEqualTo("hello");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        assertInsecure(catchThrowableOfType(TokenException.class, () -> get(tls, "other.example", "/")));
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        SSLContext usual = SSLContext.getDefault();
        assertInsecure(catchThrowableOfType(TokenException.class, () -> get(usual, "art.example", "/")));
    }

    @Test
    void nobodySendsOnToWhereAnybodyCouldListen() {
        TokenException refused = catchThrowableOfType(TokenException.class, () -> get(tls, "art.example", "/down"));
        assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN);
        assertThat(refused).hasMessageContaining("from https to http");
    }

    private static void assertInsecure(TokenException refused) {
        assertThat(refused.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(refused).hasMessageContaining("certificate");
    }

    private static String get(SSLContext context, String name, String path) {
        String place = name + ":" + host.port();
        try (Doorman doorman = new Doorman(any -> List.of(InetAddress.getLoopbackAddress()), Set.of(place))) {
            Fetcher fetcher = new Fetcher(doorman, context.getSocketFactory(), Times.DEFAULT);
            Fetcher.Listener silent = new Fetcher.Listener() {
                @Override
                public void answered(String from, OptionalLong total) {}

                @Override
                public void received(long bytes) {}
            };
            Fetcher.Ask ask = new Fetcher.Ask("*/*", 1_000, Deadline.in(Duration.ofMinutes(1)), silent);
            return new String(fetcher.get(WebAddress.of("https://" + place + path), ask, InputStream::readAllBytes));
        }
    }
}
