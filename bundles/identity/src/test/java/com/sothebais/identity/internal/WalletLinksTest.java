package com.sothebais.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.identity.IdentityEvent.WalletUnlinked;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.contract.ForwardingEventLog;
import com.sothebais.contract.MemoryEventLog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WalletLinksTest {
    private static final Account ALICE = account("alice");
    private static final Account BOB = account("bob");
    private static final WalletAddress ONE = wallet(1);
    private static final WalletAddress TWO = wallet(2);

    private final MemoryEventLog log = new MemoryEventLog();
    private final WalletLinks links = restarted();

    @Test
    void linksAnAccountToAWalletAndRecordsIt() {
        links.link(ALICE, ONE);

        assertThat(links.walletOf(ALICE.id())).contains(ONE);
        assertThat(log.read(0, 10)).singleElement().satisfies(recorded -> {
            assertThat(recorded.event()).isEqualTo(new WalletLinked(ALICE, ONE));
            assertThat(recorded.fact().stream().value()).isEqualTo("person/sandbox/alice");
            assertThat(recorded.fact().at().getNano() % 1_000).isZero();
        });
    }

    @Test
    void linkingTheSamePairAgainChangesNothing() {
        links.link(ALICE, ONE);
        links.link(ALICE, ONE);
        assertThat(log.last()).isEqualTo(1);
    }

    @Test
    void refusesASecondWalletForAnAccount() {
        links.link(ALICE, ONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> links.link(ALICE, TWO))
                .withMessageContaining("sandbox/alice")
                .withMessageContaining(ONE.value());
    }

    @Test
    void refusesASecondAccountForAWallet() {
        links.link(ALICE, ONE);
        assertThatIllegalStateException().isThrownBy(() -> links.link(BOB, ONE)).withMessageContaining("sandbox/alice");
    }

    @Test
    void anUnlinkedWalletAndAccountAreFreeForOthers() {
        links.link(ALICE, ONE);
        links.unlink(ALICE.id());
        assertThat(links.walletOf(ALICE.id())).isEmpty();
        links.link(BOB, ONE);
        links.link(ALICE, TWO);
        assertThat(links.walletOf(BOB.id())).contains(ONE);
        assertThat(links.walletOf(ALICE.id())).contains(TWO);
        assertThat(log.read(1, 1).get(0).event()).isEqualTo(new WalletUnlinked(ALICE.id(), ONE));
    }

    @Test
    void unlinkingWhatIsNotLinkedRecordsNothing() {
        links.unlink(ALICE.id());
        assertThat(log.last()).isZero();
    }

    @Test
    void isTheSameAfterARestart() {
        links.link(ALICE, ONE);
        links.link(BOB, TWO);
        links.unlink(ALICE.id());

        WalletLinks restarted = restarted();

        assertThat(restarted.walletOf(ALICE.id())).isEmpty();
        assertThat(restarted.walletOf(BOB.id())).contains(TWO);
        assertThatIllegalStateException().isThrownBy(() -> restarted.link(ALICE, TWO));
    }

    @Test
    void aForgottenInstanceCannotLinkAnythingAnyMore() {
        links.link(ALICE, ONE);
        WalletLinks newer = restarted();
        newer.link(BOB, TWO);

        Account carol = account("carol");
        assertThatThrownBy(() -> links.link(carol, wallet(3))).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> links.link(carol, wallet(3))).isInstanceOf(FencedException.class);

        assertThat(links.walletOf(BOB.id())).contains(TWO);
        newer.link(carol, wallet(3));
    }

    @Test
    void saysWhatTheLogSaysAfterTheAnswerToAnAppendWasLost() {
        Forgetful forgetful = new Forgetful(log);
        WalletLinks unsure = new WalletLinks(forgetful, InstantSource.system());
        forgetful.loseNextAnswer();
        assertThatThrownBy(() -> unsure.link(ALICE, ONE)).isInstanceOf(EventLogException.class);

        assertThat(unsure.walletOf(ALICE.id())).contains(ONE);
        unsure.link(ALICE, ONE);
        assertThat(log.last()).isEqualTo(1);
    }

    @Test
    void anOutageOfTheLogLinksNothing() {
        log.outage(true);
        assertThatThrownBy(() -> links.link(ALICE, ONE)).isInstanceOf(EventLogException.class);
        log.outage(false);
        assertThat(links.walletOf(ALICE.id())).isEmpty();
        links.link(ALICE, ONE);
        assertThat(links.walletOf(ALICE.id())).contains(ONE);
    }

    @Test
    void ofManyWhoWantTheSameWalletAtOnceExactlyOneGetsIt() throws Exception {
        List<Callable<Boolean>> wishes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Account account = account("bidder-" + i % 20);
            wishes.add(() -> {
                try {
                    links.link(account, ONE);
                    return true;
                } catch (IllegalStateException e) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            long granted = threads.invokeAll(wishes, 20, TimeUnit.SECONDS).stream()
                    .filter(WalletLinksTest::granted)
                    .count();
            // The winner may have asked twice.
            assertThat(granted).isBetween(1L, 2L);
        } finally {
            threads.shutdownNow();
        }
        assertThat(log.last()).isEqualTo(1);
    }

    private static boolean granted(Future<Boolean> wish) {
        try {
            return wish.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private WalletLinks restarted() {
        return new WalletLinks(log, InstantSource.system());
    }

    private static Account account(String id) {
        return new Account(new AccountId("sandbox", id), id, id);
    }

    private static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number));
    }

    /** A log whose answer to an append can get lost after the commit. */
    private static final class Forgetful extends ForwardingEventLog {
        private final EventLog log;
        private boolean lose;

        Forgetful(EventLog log) {
            this.log = log;
        }

        void loseNextAnswer() {
            lose = true;
        }

        @Override
        protected EventLog log() {
            return log;
        }

        @Override
        public List<Recorded> append(Append append) {
            List<Recorded> recorded = log.append(append);
            if (lose) {
                lose = false;
                throw new EventLogException("the answer was lost", null);
            }
            return recorded;
        }
    }
}
