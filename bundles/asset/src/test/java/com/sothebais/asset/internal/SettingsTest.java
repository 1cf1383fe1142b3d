package com.sothebais.asset.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings settings(Map<String, Object> given) {
        AssetComponent.Config config = (AssetComponent.Config) Proxy.newProxyInstance(
                SettingsTest.class.getClassLoader(),
                new Class<?>[] {AssetComponent.Config.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
        return Settings.of(config, Map.of());
    }

    @Test
    void theDefaultsAreAllowed() {
        assertThat(settings(Map.of()).problems()).isEmpty();
        assertThat(settings(Map.of()).tokens().privateHosts()).isEmpty();
    }

    @Test
    void gatewaysAndPrivateHostsMayStandOnOneLineOrNotAtAll() {
        Settings settings = settings(Map.of(
                "token_gateways", new String[] {"https://a.example/ipfs/ , http://127.0.0.1:8080/ipfs/"},
                "token_hosts_private", new String[] {"127.0.0.1:8080, [::1]:81", "Gateway.local:80"}));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.tokens().privateHosts())
                .containsExactlyInAnyOrder("127.0.0.1:8080", "[::1]:81", "gateway.local:80");
        assertThat(settings(Map.of("token_gateways", new String[] {""})).problems())
                .isEmpty();
    }

    @Test
    void whatIsNoneIsNamedAndLeftOut() {
        Settings settings = settings(Map.of(
                "token_gateways",
                new String[] {"ipfs.io", "https://a.example", "https://a.example/,".repeat(9)},
                "token_hosts_private",
                new String[] {"127.0.0.1", "http://a:80", "*:80"}));
        assertThat(settings.tokens().privateHosts()).isEmpty();
        assertThat(settings.problems()).hasSize(6).allSatisfy(problem -> assertThat(problem)
                .contains("etc/com.sothebais.asset.cfg", "left out"));
    }
}
