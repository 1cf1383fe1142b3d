package com.sothebais.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The harness is worth nothing if it cannot fail. */
class AuditTest {
    private static final String ENDS = "2026-11-21T19:00:12Z";

    private final List<String> lines = new ArrayList<>();
    private int sequence;

    AuditTest() {
        fact("OPENED", "lot-1", "0", ENDS);
    }

    @Test
    void aLogThatHoldsWhatWasAcknowledgedIsClean() {
        accepted(1, "10");
        fact("REFUSED", "2", "0", "TOO_LOW");
        fact("EXTENDED", "lot-1", "0", "2026-11-21T19:00:15Z");
        accepted(3, "11");
        fact("CLOSED", "lot-1", "3", "root");
        ledger("3", "root", "-", "11");
        KillRun.Finding finding = audit(Set.of(1, 2, 3), Set.of(1, 2));
        assertThat(finding.violations()).isEmpty();
        assertThat(finding.isClean()).isTrue();
        assertThat(finding.accepted()).isEqualTo(2);
    }

    @Test
    void anAcknowledgedBidThatIsNotInTheLogIsLost() {
        accepted(1, "10");
        assertThat(audit(Set.of(1, 2), Set.of(1, 2)).lost()).isEqualTo(1);
    }

    @Test
    void aVerdictForAPostNobodyOfferedIsInvented() {
        accepted(1, "10");
        assertThat(audit(Set.of(), Set.of()).invented()).isEqualTo(1);
    }

    @Test
    void aSecondVerdictIsInvented() {
        accepted(1, "10");
        accepted(1, "11");
        assertThat(audit(Set.of(1), Set.of(1)).invented()).isEqualTo(1);
    }

    @Test
    void aBidOfTheEngineNeedsNoPostAndCountsOnce() {
        accepted(1, "10");
        fact("PROXIED", "lot-1-1", "11", "-");
        ledger("2", "-", "-", "11");
        KillRun.Finding finding = audit(Set.of(1), Set.of(1));
        assertThat(finding.violations()).isEmpty();
        assertThat(finding.proxied()).isEqualTo(1);
        fact("PROXIED", "lot-1-1", "12", "-");
        assertThat(audit(Set.of(1), Set.of(1)).invented()).isEqualTo(1);
    }

    @Test
    void aVoidLetsThePriceFallAndNeverRise() {
        accepted(1, "10");
        accepted(2, "11");
        fact("ORDERED", "order 1", "0", "-");
        fact("VOIDED", "2", "10", "-");
        accepted(3, "11");
        ledger("4", "-", "-", "11");
        assertThat(audit(Set.of(1, 2, 3), Set.of(1, 2, 3)).violations()).isEmpty();
        fact("VOIDED", "1", "12", "-");
        assertThat(audit(Set.of(1, 2, 3), Set.of(1, 2, 3)).broken()).isPositive();
    }

    @Test
    void anOrderThatCountsTwiceIsInvented() {
        fact("ORDERED", "order 1", "0", "-");
        fact("ORDERED", "order 1", "0", "-");
        assertThat(audit(Set.of(), Set.of()).invented()).isEqualTo(1);
    }

    @Test
    void aGapInTheSequenceIsBroken() {
        accepted(1, "10");
        lines.remove(0);
        assertThat(audit(Set.of(1), Set.of(1)).broken()).isPositive();
    }

    @Test
    void aPriceThatDoesNotRiseIsBroken() {
        accepted(1, "10");
        accepted(2, "10");
        assertThat(audit(Set.of(1, 2), Set.of()).broken()).isEqualTo(1);
    }

    @Test
    void aLotThatReopensIsBroken() {
        fact("CLOSED", "lot-1", "0", "root");
        fact("OPENED", "lot-1", "0", ENDS);
        assertThat(audit(Set.of(), Set.of()).broken()).isEqualTo(1);
    }

    @Test
    void anEndThatMovesBackIsBroken() {
        fact("EXTENDED", "lot-1", "0", "2026-11-21T19:00:11Z");
        assertThat(audit(Set.of(), Set.of()).broken()).isEqualTo(1);
    }

    @Test
    void aBidInAClosedLedgerIsBroken() {
        fact("CLOSED", "lot-1", "0", "root");
        fact("REFUSED", "1", "0", "TOO_LOW");
        assertThat(audit(Set.of(1), Set.of()).broken()).isEqualTo(1);
    }

    @Test
    void aLedgerThatDiffersFromTheFactsIsBroken() {
        accepted(1, "10");
        fact("CLOSED", "lot-1", "1", "root");
        ledger("1", "other", "-", "10");
        ledger("2", "root", "-", "10");
        ledger("1", "root", "entry 0 does not follow", "10");
        ledger("1", "root", "-", "9");
        assertThat(audit(Set.of(1), Set.of()).broken()).isEqualTo(4);
    }

    @Test
    void aFactDatedBeforeTheOneBeforeItIsCounted() {
        accepted(1, "10");
        lines.add(lines.get(1)
                .replace("19:00:01Z", "18:00:01Z")
                .replace("FACT\t2\t2", "FACT\t3\t3")
                .replace("ACCEPTED\t1", "REFUSED\t2"));
        KillRun.Finding finding = audit(Set.of(1, 2), Set.of());
        assertThat(finding.backdated()).isEqualTo(1);
        assertThat(finding.isClean()).isTrue();
    }

    private void accepted(int post, String amount) {
        fact("ACCEPTED", String.valueOf(post), amount, "-");
    }

    private void fact(String kind, String subject, String amount, String detail) {
        sequence++;
        String place = sequence + "\t" + sequence + "\tauction/lot-1\t2026-11-21T19:00:01Z";
        lines.add(String.join("\t", "FACT", place, kind, subject, "lot-1", amount, detail));
    }

    private void ledger(String entries, String root, String flaw, String highest) {
        lines.add(String.join("\t", "LEDGER", "lot-1", entries, root, flaw, highest));
    }

    private KillRun.Finding audit(Set<Integer> offered, Set<Integer> acknowledged) {
        Audit audit = new Audit();
        lines.forEach(audit::take);
        return audit.finding(offered, acknowledged);
    }
}
