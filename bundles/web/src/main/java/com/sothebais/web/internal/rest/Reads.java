package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.show.LotView;
import com.sothebais.web.internal.answer.AnswerCache;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.catalogue.Catalogue;
import com.sothebais.web.internal.catalogue.CatalogueView;
import com.sothebais.web.internal.catalogue.Entry;
import com.sothebais.web.internal.catalogue.Notes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks up campaigns and lots, and keeps answers that do not change; shared by the resources that read them. Thread-safe. */
@Component(service = Reads.class)
public final class Reads {
    private final Supplier<Optional<Catalogue>> catalogue;
    private final AnswerCache cache = new AnswerCache();

    @Activate
    public Reads(@Reference CatalogueView view) {
        this(view::current);
    }

    Reads(Supplier<Optional<Catalogue>> catalogue) {
        this.catalogue = catalogue;
    }

    /** A lot in its campaign. */
    record Found(Entry entry, LotView lot, Notes notes) {}

    Catalogue catalogue() {
        return catalogue
                .get()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.STARTING, "The campaigns are still being read from the log; try again in a second."));
    }

    Entry campaign(String id) {
        return valid(() -> new CampaignId(id))
                .flatMap(catalogue()::campaign)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "There is no such campaign; see /api/campaigns.",
                        Map.of("campaign", shown(id))));
    }

    Found auction(String id) {
        Catalogue all = catalogue();
        Optional<AuctionId> auction = valid(() -> new AuctionId(id));
        Optional<Entry> entry = auction.flatMap(all::campaignOf);
        return entry.flatMap(it -> it.show().lot(auction.get()))
                .map(lot -> new Found(entry.get(), lot, all.notes(auction.get())))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "There is no such auction; see /api/auctions.",
                        Map.of("auction", shown(id))));
    }

    /**
     * An answer that is made once for each version of what it shows.
     *
     * @param question what is asked, with all its filters
     * @param known the {@code If-None-Match} header, {@code null} without one
     */
    Response kept(String question, long version, String known, Supplier<Object> data) {
        return Answers.tagged(cache.get(question, version, () -> Envelope.ok(data.get())), known);
    }

    /** The same for a file without the envelope. */
    AnswerCache.Text file(String question, long version, Supplier<Object> content) {
        return cache.get(question, version, () -> Envelope.write(content.get()));
    }

    /** What cannot be an id names nothing. */
    private static <T> Optional<T> valid(Supplier<T> id) {
        try {
            return Optional.of(id.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shown(String id) {
        return id.length() <= 80 ? id : id.substring(0, 80);
    }
}
