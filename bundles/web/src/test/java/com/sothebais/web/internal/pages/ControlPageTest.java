package com.sothebais.web.internal.pages;

import static com.sothebais.web.internal.pages.Visitor.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.ShowControl;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of show control in a browser, on the real REST and a desk in memory; pictures of it are left in target/pages. */
class ControlPageTest extends PageCase {
    @BeforeEach
    void widen() throws Exception {
        browser.window(1400, 950);
    }

    @Test
    void aSourceIsPutOnPreviewAndTakenWithTheChosenTransition() throws Exception {
        open();
        assertThat(text("program")).isEqualTo("Show");
        assertThat(text("previewed")).isEqualTo("Standby");
        browser.awaitTrue(
                "its still is drawn", "document.querySelector('[data-testid=preview-still]')?.naturalWidth === 64");
        click("source-bars");
        browser.awaitTrue("it is on preview", text("previewed", "Test pattern"));
        click("kind-WIPE");
        browser.evaluate("(() => { const range = document.querySelector('[data-testid=length]'); range.value = 1500;"
                + " range.dispatchEvent(new Event('input', {bubbles: true})); return 0; })()");
        browser.awaitTrue("the button says what it does", text("take", "Wipe"));
        click("take");
        browser.awaitTrue("it is on program", text("program", "Test pattern"));

        assertThat(platform.control.told).containsExactly("take bars WIPE PT1.5S");
        browser.awaitTrue("who took it", says("by admin"));
        visitor.picture("control");
        visitor.phone("control");
    }

    @Test
    void keysCutTakeAndChooseUnlessSomebodyTypes() throws Exception {
        open();
        press("2");
        browser.awaitTrue("the second source is on preview", text("previewed", "Test pattern"));
        press(" ");
        browser.awaitTrue("it is on program", text("program", "Test pattern"));
        press("s");
        press("Enter");
        browser.awaitTrue("the show is back", text("program", "Show"));
        assertThat(platform.control.told).containsExactly("take bars CUT PT0S", "take show STINGER PT1.4S");
        click("add-cue");
        browser.evaluate("document.querySelector('[name=label]').dispatchEvent("
                + "new KeyboardEvent('keydown', {key: ' ', bubbles: true}))");
        click("keys");
        press(" ");
        press("?");
        click("keys");
        press("?");
        browser.awaitTrue("the help is open", "document.querySelector('[data-testid=help]').open");
        assertThat(platform.control.told)
                .as("neither typing nor a key that is off takes anything")
                .hasSize(2);
    }

    @Test
    void cuesAreShownAsMovedAndFiredHeldAndAdded() throws Exception {
        Instant at = Instant.now().plusSeconds(600);
        platform.control.add(at, "Lamp", new Cue.Say("Lot {lot} follows.", Mood.CALM), "ada");
        open();
        browser.awaitTrue("both cues are there", "document.querySelectorAll('[data-testid=cue-row]').length === 2");
        assertThat(text("moved")).contains("+1:30");
        assertThat(browser.evaluate("document.querySelector('[data-cue=added-1]').innerText"))
                .contains("Lot {lot} follows.");
        click("cue-hold");
        browser.awaitTrue("it is held", cue("added-1", "HELD"));
        click("cue-fire");
        browser.awaitTrue("it has happened", cue("added-1", "FIRED"));
        browser.awaitTrue(
                "it is the current one",
                "document.querySelector('[data-cue=added-1]').getAttribute('aria-current') === 'step'");
        click("hold-all");
        browser.awaitTrue("the rundown is held", "document.querySelector('[data-testid=held]') !== null");
        click("add-cue");
        browser.evaluate("document.querySelector('[name=label]').value = 'Hello',"
                + " document.querySelector('[name=say]').value = 'This is {wrong}.'");
        click("cue-submit");
        browser.awaitTrue("it is refused in words", says("has no slot {wrong}"));
        browser.evaluate("document.querySelector('[name=say]').value = 'Hello again.'");
        click("cue-submit");
        browser.awaitTrue("it is in the rundown", says("Hello is in the rundown."));
        visitor.picture("rundown");
        visitor.phone("rundown");
    }

    @Test
    void answersThatAreSlowerThanTheQuestionsAreShownNevertheless() throws Exception {
        visitor.go("#/");
        visitor.delay("/control/", 3_500);
        browser.evaluate("location.hash = '#/control'");
        browser.awaitTrue("the desk is there", "document.querySelector('[data-testid=program]') !== null");
        browser.awaitTrue("so is the still", "document.querySelector('[data-testid=preview-still]') !== null");
    }

    @Test
    void whoseSessionHasEndedIsAskedToLogInOnce() throws Exception {
        open();
        visitor.logIn("other");
        String dialog = "document.querySelector('sothebais-login dialog')";
        browser.awaitTrue("the login is open", dialog + ".open");
        visitor.click("sothebais-login .quiet");
        browser.awaitTrue("the page waits for a login", says("Log in to see this page."));
        assertThat(browser.evaluate(dialog + ".open")).isEqualTo("false");
    }

    @Test
    void whatARestartBroughtBackIsToldAndKept() throws Exception {
        platform.control.bringBackBars();
        open();
        browser.awaitTrue("it is told", "document.querySelector('[data-testid=restored]') !== null");
        assertThat(text("restored")).contains("ada", "gives way in ");
        visitor.picture("control-restored");
        click("keep");
        browser.awaitTrue("it stays", "document.querySelector('[data-testid=restored]') === null");
        assertThat(platform.control.told).containsExactly("keep bars");
    }

    @Test
    void refusalsAreSaidInWordsAndTheDeskMayBeAway() throws Exception {
        platform.control.busy = true;
        open();
        browser.awaitTrue("why there is no picture", says("The preview was not drawn in time."));
        click("cut");
        browser.awaitTrue("the refusal", says("A transition runs."));
        platform.remove(ShowControl.class);
        browser.awaitTrue("that it may be old", says("What you see may be old"));
        visitor.go("?again#/control");
        browser.awaitTrue("that it is away", says("Trying again"));
        visitor.picture("control-away");
    }

    @Test
    void theSignOfARehearsalIsOnEveryPageUntilItIsEnded() throws Exception {
        visitor.go("#/");
        browser.awaitTrue("the sign is there", "document.querySelector('[data-testid=rehearsal]') !== null");
        assertThat(text("rehearsal"))
                .containsIgnoringCase("rehearsal")
                .contains("demo-2027-02-28", "10 times its speed", "held behind the curtain");
        visitor.picture("rehearsal");
        visitor.phone("rehearsal");
        click("rehearsal-end");
        browser.awaitTrue("it is gone", "document.querySelector('[data-testid=rehearsal]') === null");
        assertThat(platform.aborted).containsExactly("admin");
    }

    @Test
    void strangersAreAskedToLogIn() throws Exception {
        visitor.logIn("other");
        visitor.go("#/control");
        browser.awaitTrue("it says so", says("Log in to see this page."));
        assertThat(browser.evaluate("document.querySelector('[data-testid=cut]')"))
                .isEqualTo("null");
        assertThat(browser.evaluate("document.querySelector('[data-testid=rehearsal]')"))
                .isEqualTo("null");
    }

    private void open() throws InterruptedException {
        visitor.go("#/control");
        browser.awaitTrue("the desk is there", "document.querySelector('[data-testid=cut]') !== null");
        browser.awaitTrue("the rundown is there", "document.querySelector('[data-testid=hold-all]') !== null");
    }

    private String text(String id) throws InterruptedException {
        return browser.evaluate("document.querySelector('[data-testid=" + id + "]').innerText.trim()");
    }

    private static String text(String id, String expected) {
        return "document.querySelector('[data-testid=" + id + "]').innerText.trim() === '" + expected + "'";
    }

    private static String cue(String id, String state) {
        return "document.querySelector('[data-cue=" + id + "]').dataset.state === '" + state + "'";
    }

    private void click(String id) throws InterruptedException {
        browser.awaitTrue(id + " can be pressed", "!document.querySelector('[data-testid=" + id + "]').disabled");
        visitor.click("[data-testid=" + id + "]");
    }

    private void press(String key) throws InterruptedException {
        browser.awaitTrue("nothing is on its way", "!document.querySelector('[data-testid=cut]').disabled");
        browser.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '" + key
                + "', bubbles: true, cancelable: true}))");
    }
}
