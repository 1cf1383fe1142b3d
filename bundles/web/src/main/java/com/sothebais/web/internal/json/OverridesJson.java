package com.sothebais.web.internal.json;

import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.LotOverride.Cancel;
import com.sothebais.api.auction.LotOverride.ChangeReserve;
import com.sothebais.api.auction.LotOverride.ChangeViewerDelay;
import com.sothebais.api.auction.LotOverride.Extend;
import com.sothebais.api.auction.LotOverride.ForceClose;
import com.sothebais.api.auction.LotOverride.Pause;
import com.sothebais.api.auction.LotOverride.Resume;
import com.sothebais.api.auction.LotOverride.VoidBid;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.event.Recorded;
import java.util.List;
import java.util.Optional;

/** What admins do to lots by hand. For those who are logged in only: it shows hidden reserves. */
public final class OverridesJson {
    private OverridesJson() {}

    /**
     * An override; what does not belong to its kind is {@code null}.
     *
     * @param kind {@code PAUSE}, {@code RESUME}, {@code EXTEND}, {@code CANCEL}, {@code VOID_BID}, {@code FORCE_CLOSE},
     *     {@code CHANGE_RESERVE} or {@code CHANGE_VIEWER_DELAY}
     * @param reserve of {@code CHANGE_RESERVE}; {@code null} takes the reserve away
     */
    public record OverrideJson(String kind, Long byMillis, String post, NewReserveJson reserve, Long delayMillis) {}

    /** A reserve with its amount, hidden or not. */
    public record NewReserveJson(MoneyJson amount, boolean hidden) {}

    /**
     * What an override would do now, or did.
     *
     * @param basis names the state it was made on
     * @param effects one sentence each
     */
    public record OverridePreviewJson(String auction, OverrideJson override, String basis, List<String> effects) {
        public static OverridePreviewJson of(OverridePreview preview) {
            return new OverridePreviewJson(
                    preview.auction().value(),
                    OverridesJson.of(preview.override()),
                    preview.basis(),
                    preview.effects());
        }
    }

    /** An override in the log: who did what, when and why. */
    public record OverrideMadeJson(
            long position, String id, String at, String admin, String reason, OverrideJson override) {
        /** @param recorded an {@link OverrideMade} */
        public static OverrideMadeJson of(Recorded recorded) {
            OverrideMade made = (OverrideMade) recorded.event();
            return new OverrideMadeJson(
                    recorded.position(),
                    recorded.id().toString(),
                    recorded.fact().at().toString(),
                    made.decree().admin(),
                    made.decree().reason(),
                    OverridesJson.of(made.override()));
        }
    }

    private static OverrideJson of(LotOverride override) {
        if (override instanceof Extend extend) {
            return new OverrideJson("EXTEND", extend.by().toMillis(), null, null, null);
        }
        if (override instanceof VoidBid bid) {
            return new OverrideJson("VOID_BID", null, bid.post().toString(), null, null);
        }
        if (override instanceof ChangeReserve change) {
            return new OverrideJson("CHANGE_RESERVE", null, null, reserve(change.reserve()), null);
        }
        if (override instanceof ChangeViewerDelay change) {
            return new OverrideJson(
                    "CHANGE_VIEWER_DELAY", null, null, null, change.delay().toMillis());
        }
        return new OverrideJson(code(override), null, null, null, null);
    }

    private static String code(LotOverride override) {
        if (override instanceof Pause) {
            return "PAUSE";
        }
        if (override instanceof Resume) {
            return "RESUME";
        }
        if (override instanceof Cancel) {
            return "CANCEL";
        }
        if (override instanceof ForceClose) {
            return "FORCE_CLOSE";
        }
        throw new IllegalStateException("an override of a kind that has no name here: " + override);
    }

    private static NewReserveJson reserve(Optional<Reserve> reserve) {
        return reserve.map(known -> new NewReserveJson(MoneyJson.of(known.amount()), known.hidden()))
                .orElse(null);
    }
}
