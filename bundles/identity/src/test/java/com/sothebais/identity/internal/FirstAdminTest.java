package com.sothebais.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.health.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
    @TempDir
    Path home;

    private Path users;
    private Path password;
    private FirstAdmin first;

    @BeforeEach
    void folders() throws IOException {
        users = Files.createDirectory(home.resolve("etc")).resolve("users.properties");
        password = home.resolve("data").resolve("first-admin-password");
        first = new FirstAdmin(home.resolve("etc"), home.resolve("data"), new SecureRandom());
    }

    @Test
    void makesAnAdminWithARandomPasswordWhenThereIsNone() throws IOException {
        Files.writeString(users, "# people\n#karaf = karaf,_g_:admingroup\nviewer = {CRYPT}AB{CRYPT},viewer");

        assertThat(first.ensure()).contains(password);

        String secret = Files.readString(password).trim();
        assertThat(secret).matches("[A-HJ-NP-Za-km-z2-9]{20}");
        assertThat(Files.readString(users))
                .startsWith("# people\n#karaf = karaf,_g_:admingroup\nviewer = {CRYPT}AB{CRYPT},viewer\n")
                .doesNotContain(secret);
        Properties written = new Properties();
        written.load(Files.newBufferedReader(users));
        assertThat(written.getProperty("admin")).matches("\\{CRYPT}[0-9A-F]{64}\\{CRYPT},_g_:admingroup");
        assertThat(written.getProperty("_g_:admingroup")).isEqualTo("group,admin,manager,viewer,systembundles,ssh");
    }

    @Test
    void onlyTheOwnerMayReadBothFilesAndNothingElseIsLeft() throws IOException {
        first.ensure();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrder(users, password);
        }
    }

    @Test
    void doesNothingAtLaterStarts() throws IOException {
        first.ensure();
        String before = Files.readString(users);
        Files.delete(password);

        assertThat(first.ensure()).isEmpty();

        assertThat(Files.readString(users)).isEqualTo(before);
        assertThat(password).doesNotExist();
    }

    @Test
    void doesNothingWhenSomebodyElseIsAdminByGroupOrByRole() throws IOException {
        Files.writeString(users, "eve = {CRYPT}AB{CRYPT}, _g_:bosses\n_g_\\:bosses = group, admin\n");
        assertThat(first.ensure()).isEmpty();
        Files.writeString(users, "eve = {CRYPT}AB{CRYPT},viewer,admin\n");
        assertThat(first.ensure()).isEmpty();
    }

    @Test
    void aGroupWithoutMembersIsNoAdminAndIsKept() throws IOException {
        Files.writeString(users, "_g_\\:admingroup = group,admin,special\n");
        assertThat(first.ensure()).isPresent();
        assertThat(Files.readString(users)).containsOnlyOnce("_g_\\:admingroup").contains("special");
    }

    @Test
    void whoWasKilledBetweenTheTwoFilesGetsANewPasswordThatWorks() throws IOException {
        Files.createDirectories(password.getParent());
        Files.writeString(password, "from the start that was killed\n");
        first.ensure();
        assertThat(Files.readString(password)).doesNotContain("killed");
    }

    @Test
    void refusesToTakeANameOrAGroupThatMeansSomethingElse() throws IOException {
        Files.writeString(users, "admin = {CRYPT}AB{CRYPT},viewer\n");
        assertThatThrownBy(() -> first.ensure()).isInstanceOf(IOException.class).hasMessageContaining("'admin'");
        Files.writeString(users, "_g_\\:admingroup = group,viewer\n");
        assertThatThrownBy(() -> first.ensure()).isInstanceOf(IOException.class).hasMessageContaining("admingroup");
    }

    @Test
    void theComponentSaysHowItWent() throws IOException {
        Optional<String> etc = Optional.of(home.resolve("etc").toString());
        Optional<String> data = Optional.of(home.resolve("data").toString());
        assertThat(new FirstAdminComponent(etc, data).health().status()).isEqualTo(Health.Status.WELL);
        assertThat(new FirstAdminComponent(Optional.empty(), data).health().message())
                .contains("karaf.etc");
        Optional<String> missing = Optional.of(home.resolve("missing").toString());
        assertThat(new FirstAdminComponent(missing, data).health().status()).isEqualTo(Health.Status.DOWN);
    }

    /** Against Karaf's own login module, as the container configures it. */
    @Nested
    class InKarafsRealm {
        private final JaasRealm realm = new JaasRealm("karaf");

        @BeforeEach
        void configureTheRealm() {
            Map<String, String> options = Map.of("users", users.toString());
            Configuration.setConfiguration(new Configuration() {
                @Override
                public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                    return name.equals("karaf")
                            ? new AppConfigurationEntry[] {
                                new AppConfigurationEntry(
                                        KarafLoginModule.class.getName(), LoginModuleControlFlag.OPTIONAL, options)
                            }
                            : null;
                }
            });
        }

        @AfterEach
        void forgetTheRealm() {
            Configuration.setConfiguration(null);
        }

        @Test
        void theFirstAdminLogsInWithThePasswordFromTheFile() throws IOException {
            first.ensure();
            String secret = Files.readString(password).trim();
            assertThat(realm.admits("admin", secret.toCharArray())).isTrue();
            assertThat(realm.admits("admin", "karaf".toCharArray())).isFalse();
            assertThat(realm.admits("nobody", secret.toCharArray())).isFalse();
        }

        @Test
        void whoIsNoAdminIsNotAdmittedEvenWithTheRightPassword() throws IOException {
            first.ensure();
            String secret = Files.readString(password).trim();
            Files.writeString(
                    users,
                    Files.readString(users).replace("admin = ", "viewer = ").replace(",_g_:admingroup", ",viewer"));
            assertThat(realm.admits("viewer", secret.toCharArray())).isFalse();
        }

        @Test
        void nobodyLogsInAsAGroup() throws IOException {
            first.ensure();
            assertThat(realm.admits("_g_:admingroup", "group".toCharArray())).isFalse();
        }

        @Test
        void aMissingUsersFileIsTroubleOfTheRealmAndNotAWrongPassword() {
            assertThatThrownBy(() -> realm.admits("admin", "x".toCharArray()))
                    .isInstanceOf(RealmException.class)
                    .hasMessageContaining("users.properties");
        }

        @Test
        void anUnknownRealmIsNamed() {
            assertThatThrownBy(() -> new JaasRealm("moon").admits("admin", "x".toCharArray()))
                    .isInstanceOf(RealmException.class)
                    .hasMessageContaining("'moon'");
        }

        @Test
        void theThreadKeepsItsClassLoader() throws IOException {
            first.ensure();
            ClassLoader mine = new ClassLoader() {};
            Thread.currentThread().setContextClassLoader(mine);
            try {
                realm.admits("admin", "x".toCharArray());
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
            } finally {
                Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
            }
        }
    }
}
