package com.sothebais.web.internal.rest;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.Refusal.Mistake;
import com.sothebais.web.internal.forms.CampaignForm;
import com.sothebais.web.internal.guard.Bodies;
import com.sothebais.web.internal.json.TokenJson.FilledJson;
import com.sothebais.web.internal.parts.Parts;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads campaigns for those who do not come through REST, as REST reads them. Thread-safe. */
@Component
public final class WrittenCampaigns implements CampaignFiles {
    private final Parts parts;

    @Activate
    public WrittenCampaigns(@Reference Parts parts) {
        this.parts = parts;
    }

    @Override
    public Campaign read(byte[] json) {
        try {
            byte[] body = Bodies.read(new ByteArrayInputStream(json), BYTES_MAX);
            return CampaignForm.read(Bodies.parse(body), stored(parts)).campaign();
        } catch (Refusal refusal) {
            throw new CampaignException(reasons(refusal));
        }
    }

    @Override
    public Filled fill(byte[] json, String person) {
        try {
            byte[] body = Bodies.read(new ByteArrayInputStream(json), BYTES_MAX);
            FilledJson filled = lots(parts, person).fill(Bodies.parse(body));
            return new Filled(
                    filled.campaign().toPrettyString(),
                    filled.filled(),
                    filled.left(),
                    filled.problems().stream().map(WrittenCampaigns::placed).toList());
        } catch (Refusal refusal) {
            throw new CampaignException(reasons(refusal));
        }
    }

    static TokenLots lots(Parts parts, String person) {
        TokenArtwork tokens = parts.find(TokenArtwork.class).orElseThrow(() -> Refusal.unavailable(TokenArtwork.class));
        return new TokenLots(tokens, InstantSource.system(), person);
    }

    /** Whether there is such a picture, and not in the trash. */
    static Predicate<AssetId> stored(Parts parts) {
        Assets assets = parts.find(Assets.class).orElseThrow(() -> Refusal.unavailable(Assets.class));
        Optional<AssetLibrary> library = parts.find(AssetLibrary.class);
        return id -> assets.find(id).isPresent()
                && library.map(known -> !known.isTrashed(id)).orElse(true);
    }

    private static List<String> reasons(Refusal refusal) {
        if (refusal.mistakes().isEmpty()) {
            return List.of(refusal.getMessage());
        }
        return refusal.mistakes().stream().map(WrittenCampaigns::placed).toList();
    }

    private static String placed(Mistake mistake) {
        return mistake.path().isEmpty() ? mistake.message() : mistake.path() + ": " + mistake.message();
    }
}
