package com.sothebais.benchmarks;

import com.sothebais.api.money.Currency;
import com.sothebais.auction.grammar.BidGrammar;
import com.sothebais.auction.grammar.Context;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.corpus.Row;
import com.sothebais.auction.grammar.corpus.Table;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.itests.Platform;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many posts one core reads: every post of both corpora, and long ones among them. Time is processor time of the one thread that
 * reads, so that a busy machine does not count; the middle of the rounds is reported.
 */
final class GrammarBenchmark implements Benchmark {
    private static final Path CORPORA =
            Platform.ROOT.resolve("bundles/auction/src/test/resources/com/sothebais/auction/grammar");
    private static final long WARM_UP_NANOS = 5_000_000_000L;
    private static final long ROUND_NANOS = 2_000_000_000L;

    /** One post in so many is as long as a post of X may be. */
    private static final int LONG_EVERY = 100;

    private static final int LONG_CHARACTERS = 280;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long binding;

    @Override
    public String title() {
        return "Grammar and rules: posts that one core reads, the mix of both corpora and long posts, and decisions that it makes"
                + " on one hot lot (--rounds N, default 5)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        List<String> posts = posts();
        Context context = new Context(List.of(Currency.ETH), Optional.of(BigDecimal.valueOf(2)), true, Set.of("host"));
        int count = options.number("rounds", 5);
        measure(posts, context, WARM_UP_NANOS);
        double[] middle = middle(posts, context, count);
        double[] talk = middle(talk(posts, context), context, count);
        figures.put("grammar.posts", posts.size());
        figures.put("grammar.posts_per_second", middle[0]);
        figures.put("grammar.bytes_per_post", middle[1]);
        figures.put("grammar.talk_per_second", talk[0]);
        figures.put("grammar.bytes_per_talk", talk[1]);
        new RulesBenchmark().run(count, figures);
        if (binding == 0) {
            throw new IllegalStateException("no post was a bid, the corpora are not what they were");
        }
    }

    private double[] middle(List<String> posts, Context context, int count) {
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            rounds.add(measure(posts, context, ROUND_NANOS));
        }
        rounds.sort((one, other) -> Double.compare(one[0], other[0]));
        return rounds.get(rounds.size() / 2);
    }

    /** Those that only talk, as nearly all do on a busy evening. */
    private static List<String> talk(List<String> posts, Context context) {
        return posts.stream()
                .filter(post -> BidGrammar.read(post, context).intent() == Intent.CHAT)
                .toList();
    }

    /** Posts per second of processor time, and bytes allocated per post. */
    private double[] measure(List<String> posts, Context context, long nanos) {
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long begin = threads.getCurrentThreadCpuTime();
        long read = 0;
        while (threads.getCurrentThreadCpuTime() - begin < nanos) {
            for (String post : posts) {
                binding += BidGrammar.read(post, context).binds() ? 1 : 0;
            }
            read += posts.size();
        }
        double seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
        return new double[] {read / seconds, (threads.getThreadAllocatedBytes(thread) - bytes) / (double) read};
    }

    private static List<String> posts() throws IOException {
        List<String> posts = new ArrayList<>();
        for (String name : List.of("bid-corpus.tsv", "own-corpus.tsv")) {
            for (Row row : Table.of(CORPORA.resolve(name)).rows()) {
                posts.add(row.text());
                if (posts.size() % LONG_EVERY == 0) {
                    posts.add(longPost(row.text()));
                }
            }
        }
        return posts;
    }

    private static String longPost(String start) {
        String talk = " What a piece, I have followed this artist for years and @bob has too, look at #7! 🔥";
        return start + talk.repeat(LONG_CHARACTERS / talk.length());
    }
}
