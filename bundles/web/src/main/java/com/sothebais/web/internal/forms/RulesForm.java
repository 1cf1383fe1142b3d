package com.sothebais.web.internal.forms;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Increment.Tier;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rules of lots; everything but the start price has a default. */
final class RulesForm {
    /** A raise of five percent of the price, and of the start price at least. */
    static final int INCREMENT_DEFAULT = 500;

    static final Extension EXTENSION_DEFAULT =
            new Extension(Duration.ofMinutes(2), Duration.ofMinutes(2), 10, Duration.ofMinutes(30));
    static final int CONFIRM_DEFAULT = 10;
    static final Duration GRACE_DEFAULT = Duration.ofSeconds(5);

    private static final int CONFIRM_MAX = 1_000_000;
    private static final Duration GRACE_MAX = Duration.ofMinutes(5);
    private static final Duration EXTENSION_MAX = Duration.ofHours(24);
    private static final int EXTENSIONS_MAX = 1_000;
    private static final int TIERS_MAX = 50;
    private static final int BASIS_POINTS_MAX = 10_000;
    private static final int DECIMALS_MAX = 36;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    private enum Kind {
        ABSOLUTE,
        PERCENT,
        TIERS
    }

    private final Form form;
    private final Optional<Currency> currency;

    private RulesForm(Form form) {
        this.form = form;
        this.currency = currency(form);
    }

    static Optional<Rules> read(Form form) {
        return new RulesForm(form).rules();
    }

    /** The reserve of an override, in the currency that it names. */
    static Optional<Reserve> readReserve(Form form) {
        RulesForm rules = new RulesForm(form);
        Optional<Reserve> reserve = rules.reserve(form);
        form.end();
        return reserve;
    }

    private Optional<Rules> rules() {
        Optional<Money> start = form.required("startPrice", form.money("startPrice", currency, false));
        Optional<Form> reserved = form.object("reserve");
        Optional<Reserve> reserve = reserved.flatMap(this::reserve);
        reserved.ifPresent(Form::end);
        Optional<Increment> increment = form.object("increment")
                .flatMap(this::increment)
                .or(() -> start.map(price -> new Increment.Percent(INCREMENT_DEFAULT, price.share(INCREMENT_DEFAULT))));
        Extension extension = form.object("extension").map(RulesForm::extension).orElse(EXTENSION_DEFAULT);
        int confirm =
                form.whole("confirmFactor", 2, CONFIRM_MAX).map(Long::intValue).orElse(CONFIRM_DEFAULT);
        Duration grace = form.duration("grace", Duration.ZERO, GRACE_MAX).orElse(GRACE_DEFAULT);
        Duration delay = form.duration("viewerDelay", Duration.ZERO, Rules.VIEWER_DELAY_MAX)
                .orElse(Duration.ZERO);
        form.end();
        if (start.isEmpty() || increment.isEmpty()) {
            return Optional.empty();
        }
        return form.mistakes()
                .make(
                        form.at("startPrice"),
                        () -> new Rules(start.get(), reserve, increment.get(), extension, confirm, grace, delay));
    }

    /** {@code "ETH"}, or code and decimals of any other currency. */
    private static Optional<Currency> currency(Form form) {
        if (!form.has("currency")) {
            return Optional.of(Currency.ETH);
        }
        if (form.isText("currency")) {
            return form.text("currency", 12)
                    .filter(Currency.ETH.code()::equals)
                    .map(code -> Currency.ETH)
                    .or(() -> form.wrong("currency", "is \"ETH\", or an object with code and decimals"));
        }
        return form.object("currency").flatMap(other -> {
            Optional<String> code = other.required(
                    "code", other.parsed("code", CODE, "2 to 12 capital letters or digits", (text, it) -> text));
            Optional<Long> decimals = other.required("decimals", other.whole("decimals", 0, DECIMALS_MAX));
            other.end();
            return code.flatMap(known -> decimals.map(digits -> new Currency(known, digits.intValue())));
        });
    }

    private Optional<Reserve> reserve(Form reserve) {
        Optional<Money> amount = reserve.required("amount", reserve.money("amount", currency, false));
        boolean hidden = reserve.flag("hidden").orElse(false);
        return amount.map(known -> new Reserve(known, hidden));
    }

    private Optional<Increment> increment(Form raise) {
        Optional<Kind> kind = raise.required("kind", raise.constant("kind", Kind.class));
        Optional<Increment> increment = kind.flatMap(known -> switch (known) {
            case ABSOLUTE ->
                raise.required("step", raise.money("step", currency, false)).map(Increment.Absolute::new);
            case PERCENT -> percent(raise);
            case TIERS -> tiers(raise);
        });
        if (kind.isPresent()) {
            raise.end();
        }
        return increment;
    }

    private Optional<Increment> percent(Form raise) {
        Optional<Long> points = raise.required("basisPoints", raise.whole("basisPoints", 1, BASIS_POINTS_MAX));
        Optional<Money> floor = raise.required("floor", raise.money("floor", currency, false));
        return points.flatMap(known -> floor.map(least -> new Increment.Percent(known.intValue(), least)));
    }

    private Optional<Increment> tiers(Form raise) {
        List<Tier> tiers = new ArrayList<>();
        for (Form tier : raise.objects("tiers", TIERS_MAX)) {
            Optional<Money> from = tier.required("from", tier.money("from", currency, true));
            Optional<Money> step = tier.required("step", tier.money("step", currency, false));
            tier.end();
            from.ifPresent(low -> step.ifPresent(known -> tiers.add(new Tier(low, known))));
        }
        return raise.mistakes().make(raise.at("tiers"), () -> new Increment.Tiers(tiers));
    }

    private static Extension extension(Form extension) {
        Duration window =
                extension.duration("window", Duration.ZERO, EXTENSION_MAX).orElse(EXTENSION_DEFAULT.window());
        Duration length =
                extension.duration("length", Duration.ZERO, EXTENSION_MAX).orElse(EXTENSION_DEFAULT.length());
        int count = extension
                .whole("countMax", 0, EXTENSIONS_MAX)
                .map(Long::intValue)
                .orElse(EXTENSION_DEFAULT.countMax());
        Duration stop =
                extension.duration("hardStop", Duration.ZERO, EXTENSION_MAX).orElse(EXTENSION_DEFAULT.hardStop());
        extension.end();
        return new Extension(window, length, count, stop);
    }
}
