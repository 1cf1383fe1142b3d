package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.json.AssetsJson.AssetUseJson;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the language of the API what the library says in its own. */
final class AssetRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(AssetRefusals.class);

    private AssetRefusals() {}

    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (AssetRefusedException e) {
            throw refusal(e);
        } catch (AssetConflictException e) {
            throw refusal(e);
        } catch (TokenException e) {
            throw refusal(e);
        } catch (AssetException e) {
            LOG.warn("the assets cannot be used: {}", e.getMessage());
            throw Refusal.unavailable(Assets.class);
        }
    }

    private static Refusal refusal(AssetRefusedException e) {
        Map<String, Object> details = new HashMap<>(Map.of("reason", e.reason().name()));
        e.max().ifPresent(max -> details.put("max", max));
        e.actual().ifPresent(actual -> details.put("actual", actual));
        ErrorCode code =
                switch (e.reason()) {
                    case NOT_MEDIA -> ErrorCode.NOT_MEDIA;
                    case LIMIT_BYTES -> ErrorCode.BODY_TOO_LARGE;
                    case NAME -> ErrorCode.INVALID;
                    case DAMAGED, ACTIVE, LIMIT_PIXELS, LIMIT_SVG_NODES -> ErrorCode.ASSET_REFUSED;
                };
        return new Refusal(code, e.getMessage(), details);
    }

    private static Refusal refusal(TokenException e) {
        ErrorCode code = e.problem() == Problem.UNREACHABLE ? ErrorCode.TOKEN_UNREACHABLE : ErrorCode.TOKEN_REFUSED;
        return new Refusal(code, e.getMessage(), Map.of("problem", e.problem().name()));
    }

    private static Refusal refusal(AssetConflictException e) {
        Map<String, Object> details = Map.of(
                "obstacle",
                e.obstacle().name(),
                "uses",
                e.uses().stream().map(AssetUseJson::of).toList());
        ErrorCode code =
                switch (e.obstacle()) {
                    case UNKNOWN -> ErrorCode.NOT_FOUND;
                    case IN_USE -> ErrorCode.IN_USE;
                    case STATE, NAME_TAKEN -> ErrorCode.CONFLICT;
                    case BUSY -> ErrorCode.BUSY;
                    case NO_SPACE -> ErrorCode.NO_SPACE;
                };
        return new Refusal(code, e.getMessage(), details);
    }
}
