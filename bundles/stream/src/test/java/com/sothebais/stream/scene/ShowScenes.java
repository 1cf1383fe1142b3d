package com.sothebais.stream.scene;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Scene;
import com.sothebais.stream.scene.HostPose.Caption;
import com.sothebais.stream.testing.ShowFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The scenes of one show from before it is known to its results, by name, in their order. */
final class ShowScenes {
    /** The artwork of every lot. */
    static final AssetId ARTWORK = new AssetId("a".repeat(64));

    private final SceneComposer composer;
    private final Map<String, Scene> scenes = new LinkedHashMap<>();
    private final HostPose quiet = new HostPose(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), Optional.empty());
    private final HostPose speaking = new HostPose(
            new Figure(Mood.EXCITED, Mouth.OPEN, 0, 300, 2),
            Optional.of(new Caption(
                    "Vivienne",
                    "Two point five ETH from @lena! The reserve is met, and the koi is leaving the pond.")));

    private ShowScenes(SceneComposer composer) {
        this.composer = composer;
    }

    static Map<String, Scene> by(SceneComposer composer) {
        ShowScenes show = new ShowScenes(composer);
        show.before();
        show.during();
        return show.scenes;
    }

    private void before() {
        Instant live = ShowFacts.LIVE;
        add("0-nothing", Stage.EMPTY, quiet, live, 0);
        add("1-next", new ShowFacts().announced().stage(), speaking, live.minusSeconds(9_000), 60);
        Stage pre = new ShowFacts()
                .announced()
                .moved(SessionPhase.PLANNED, SessionPhase.PRE, live.minusSeconds(20))
                .stage();
        add("2-pre", pre, speaking, live.minusSeconds(12), 90);
    }

    private void during() {
        Instant live = ShowFacts.LIVE;
        ShowFacts facts = new ShowFacts().announced().open();
        add("3-open", facts.stage(), quiet, live.plusSeconds(3), 120);
        facts.bid(ShowFacts.FIRST, "marco", "0.5", live.plusSeconds(5))
                .refused(ShowFacts.FIRST, "pauper_with_long_name", "1.2", Reason.NEEDS_FUNDS, live.plusSeconds(8))
                .bid(ShowFacts.FIRST, "kai", "1.8", live.plusSeconds(9))
                .refused(ShowFacts.FIRST, "oskar", "1.8", Reason.TOO_LOW, live.plusSeconds(10))
                .bid(ShowFacts.FIRST, "lena", "2.5", live.plusSeconds(12));
        add("4-bids", facts.stage(), speaking, live.plusSeconds(14), 150);
        facts.bid(ShowFacts.FIRST, "sniper", "12.345", live.plusSeconds(40))
                .extended(ShowFacts.FIRST, live.plusSeconds(45), live.plusSeconds(55), live.plusSeconds(40));
        add("5-extended", facts.stage(), quiet, live.plusSeconds(43), 180);
        add("6-urgent", facts.stage(), speaking, live.plusSeconds(49), 190);
        facts.paused(ShowFacts.FIRST, live.plusSeconds(50));
        add("6-paused", facts.stage(), quiet, live.plusSeconds(80), 195);
        facts.sold(ShowFacts.FIRST, "sniper", "12.345", live.plusSeconds(55))
                .settled(ShowFacts.FIRST, live.plusSeconds(56));
        add("7-sold", facts.stage(), speaking, live.plusSeconds(57), 200);
        facts.moved(SessionPhase.LIVE, SessionPhase.POST, live.plusSeconds(100));
        add("8-post", facts.stage(), speaking, live.plusSeconds(101), 210);
    }

    private void add(String name, Stage stage, HostPose host, Instant now, long frame) {
        scenes.put(name, composer.compose(stage, host, now, frame));
    }
}
