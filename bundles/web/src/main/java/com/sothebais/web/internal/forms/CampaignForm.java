package com.sothebais.web.internal.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a campaign with everything that is wrong with it. */
public final class CampaignForm {
    /** Largest seed; JavaScript has no larger whole numbers. */
    static final long SEED_MAX = (1L << 53) - 1;

    private static final int NAME_MAX = 100;

    /** Leaves room for the date or the lot number in the ids made of it. */
    private static final int ID_MAX = 60;

    private static final int ID_FROM_NAME_MAX = 40;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1," + ID_MAX + "}");

    /** In which order the lots are sold. */
    public enum Order {
        /** As they are listed. */
        LISTED,
        NUMBER,
        TITLE,
        /** By chance; the seed makes it repeatable. */
        SHUFFLED
    }

    /**
     * A campaign as it was asked for.
     *
     * @param seed of the shuffling, only when shuffled
     */
    public record Wish(Campaign campaign, Order order, Optional<Long> seed) {}

    private CampaignForm() {}

    /**
     * @param stored whether there is a picture
     * @throws com.sothebais.web.internal.answer.Refusal with all mistakes
     */
    public static Wish read(JsonNode body, Predicate<AssetId> stored) {
        Mistakes mistakes = new Mistakes();
        Form form = new Form(body, "", mistakes);
        Optional<String> name = form.required("name", form.text("name", NAME_MAX));
        Optional<String> project = form.required("project", form.text("project", NAME_MAX));
        Optional<String> collection = form.text("collection", NAME_MAX).or(() -> project);
        List<Lot> lots = LotsForm.read(form, stored);
        Optional<Schedule> schedule = ScheduleForm.read(form, lots.size());
        Optional<Rules> rules = form.required("rules", form.object("rules")).flatMap(RulesForm::read);
        Campaign.Policy policy = form.object("policy").map(CampaignForm::policy).orElse(Campaign.Policy.RETURN);
        Order order = form.constant("order", Order.class).orElse(Order.LISTED);
        Optional<Long> seed = form.whole("seed", 0, SEED_MAX);
        Optional<CampaignId> id = id(form, name);
        if (seed.isPresent() && order != Order.SHUFFLED) {
            form.wrong("seed", "goes with \"order\": \"SHUFFLED\" only");
        }
        form.end();
        mistakes.check();
        Optional<Long> used =
                order == Order.SHUFFLED ? Optional.of(seed.orElseGet(() -> seedOf(id.get()))) : Optional.empty();
        Optional<Campaign> campaign = mistakes.make(
                "lots",
                () -> new Campaign(
                        id.get(),
                        name.get(),
                        project.get(),
                        collection.get(),
                        schedule.get(),
                        ordered(lots, order, used),
                        rules.get(),
                        policy));
        mistakes.check();
        return new Wish(campaign.get(), order, used);
    }

    private static Optional<CampaignId> id(Form form, Optional<String> name) {
        if (form.has("id")) {
            String expected = "1 to " + ID_MAX + " letters, digits, dots, dashes or underscores";
            return form.parsed("id", ID, expected, (text, it) -> new CampaignId(text));
        }
        Optional<String> made = name.map(CampaignForm::slug);
        if (made.filter(String::isEmpty).isPresent()) {
            form.wrong("id", "cannot be made from this name; give one");
        }
        return made.filter(text -> !text.isEmpty()).map(CampaignId::new);
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String dashed = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = dashed.substring(0, Math.min(ID_FROM_NAME_MAX, dashed.length()));
        return cut.replaceAll("^-|-$", "");
    }

    private static Campaign.Policy policy(Form policy) {
        Campaign.Unsold unsold =
                policy.constant("unsold", Campaign.Unsold.class).orElse(Campaign.Policy.RETURN.unsold());
        Campaign.Unpaid unpaid =
                policy.constant("unpaid", Campaign.Unpaid.class).orElse(Campaign.Policy.RETURN.unpaid());
        policy.end();
        return new Campaign.Policy(unsold, unpaid);
    }

    /** The same for the same campaign, so that what a dry run shows is what is published, and a repeated call means the same. */
    private static long seedOf(CampaignId id) {
        long mixed = 1;
        for (byte part : id.value().getBytes(StandardCharsets.UTF_8)) {
            mixed = mixed * 31 + part;
        }
        return mixed & SEED_MAX;
    }

    private static List<Lot> ordered(List<Lot> listed, Order order, Optional<Long> seed) {
        List<Lot> lots = new ArrayList<>(listed);
        switch (order) {
            case LISTED -> {}
            case NUMBER -> lots.sort(Comparator.comparing(Lot::number));
            case TITLE ->
                lots.sort(Comparator.comparing((Lot lot) -> lot.title().toLowerCase(Locale.ROOT))
                        .thenComparing(Lot::number));
            case SHUFFLED -> Collections.shuffle(lots, new Random(seed.orElseThrow()));
        }
        return lots;
    }
}
