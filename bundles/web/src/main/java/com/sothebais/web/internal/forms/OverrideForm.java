package com.sothebais.web.internal.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.event.Decree;
import com.sothebais.api.social.PostId;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an override with everything that is wrong with it. */
public final class OverrideForm {
    private static final int BASIS_MAX = 200;
    private static final Pattern POST = Pattern.compile("[^/\\s\\p{Cntrl}]{1,60}/[^\\s\\p{Cntrl}]{1,120}");

    /** The overrides by name. */
    public enum Kind {
        PAUSE,
        RESUME,
        EXTEND,
        CANCEL,
        VOID_BID,
        FORCE_CLOSE,
        CHANGE_RESERVE,
        CHANGE_VIEWER_DELAY
    }

    /**
     * An override as it was asked for.
     *
     * @param reason why; empty when only the effect is asked
     * @param basis of the preview that was seen; empty when only the effect is asked
     */
    public record Wish(LotOverride override, String reason, String basis) {}

    private OverrideForm() {}

    /**
     * What is wanted, for a preview: reason and basis may be there already.
     *
     * @throws com.sothebais.web.internal.answer.Refusal with all mistakes
     */
    public static Wish readPreview(JsonNode body) {
        return read(body, false);
    }

    /**
     * What is ordered, with its reason.
     *
     * @throws com.sothebais.web.internal.answer.Refusal with all mistakes
     */
    public static Wish readOrder(JsonNode body) {
        return read(body, true);
    }

    private static Wish read(JsonNode body, boolean order) {
        Form form = new Form(body, "", new Mistakes());
        Optional<Kind> kind = form.required("kind", form.constant("kind", Kind.class));
        Optional<LotOverride> override = kind.flatMap(known -> override(form, known));
        Optional<String> reason = form.text("reason", Decree.REASON_MAX);
        Optional<String> basis = form.text("basis", BASIS_MAX);
        if (order) {
            form.required("reason", reason);
            if (!form.has("basis")) {
                form.mistakes().add("basis", "'basis' is missing; ask for the preview first and send its basis.");
            }
        }
        if (kind.isPresent()) {
            form.end();
        }
        form.mistakes().check();
        return new Wish(override.orElseThrow(), reason.orElse(""), basis.orElse(""));
    }

    private static Optional<LotOverride> override(Form form, Kind kind) {
        return switch (kind) {
            case PAUSE -> Optional.of(new LotOverride.Pause());
            case RESUME -> Optional.of(new LotOverride.Resume());
            case CANCEL -> Optional.of(new LotOverride.Cancel());
            case FORCE_CLOSE -> Optional.of(new LotOverride.ForceClose());
            case EXTEND ->
                form.required("by", form.duration("by", Duration.ofSeconds(1), LotOverride.Extend.BY_MAX))
                        .map(LotOverride.Extend::new);
            case VOID_BID -> form.required("post", post(form)).map(LotOverride.VoidBid::new);
            case CHANGE_RESERVE -> reserve(form);
            case CHANGE_VIEWER_DELAY ->
                form.required("delay", form.duration("delay", Duration.ZERO, Rules.VIEWER_DELAY_MAX))
                        .map(LotOverride.ChangeViewerDelay::new);
        };
    }

    private static Optional<PostId> post(Form form) {
        return form.parsed("post", POST, "the id of the bid's post, network/id", (text, it) -> {
            int slash = text.indexOf('/');
            return new PostId(text.substring(0, slash), text.substring(slash + 1));
        });
    }

    /** Without a reserve the lot has none from then on. */
    private static Optional<LotOverride> reserve(Form form) {
        if (!form.has("reserve")) {
            return Optional.of(new LotOverride.ChangeReserve(Optional.empty()));
        }
        return form.object("reserve")
                .flatMap(RulesForm::readReserve)
                .map(reserve -> new LotOverride.ChangeReserve(Optional.of(reserve)));
    }
}
