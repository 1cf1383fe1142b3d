package com.sothebais.asset.fetch;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks a host up once and says which of its addresses may be asked. Whoever connects takes these and never looks up again, so that a
 * name server cannot answer twice differently. Thread-safe.
 */
public final class Doorman implements AutoCloseable {
    /** Most addresses of one host that are tried. */
    static final int ADDRESSES_MAX = 4;

    /** Ports of web servers; any other belongs to something that should not be talked to. */
    static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    /** A name server that hangs keeps a thread until the system gives up; so many may. */
    private static final int LOOKUPS_MAX = 8;

    private static final long IDLE_SECONDS = 30;

    /** Asks the name servers. */
    @FunctionalInterface
    public interface Lookup {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final Set<String> privateHosts;
    private final ExecutorService threads;

    /** @param privateHosts as {@code host:port}, which may be asked wherever they are */
    public Doorman(Lookup lookup, Set<String> privateHosts) {
        this.lookup = lookup;
        this.privateHosts = Set.copyOf(privateHosts);
        this.threads = new ThreadPoolExecutor(
                0, LOOKUPS_MAX, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "sothebais-asset-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * @return at least one address, at most {@link #ADDRESSES_MAX}
     * @throws TokenException when the place is forbidden or unknown
     */
    List<InetAddress> addresses(WebAddress address, Deadline deadline) {
        boolean named = privateHosts.contains(address.place());
        if (!named && !PORTS.contains(address.port())) {
            throw new TokenException(
                    Problem.FORBIDDEN,
                    "Port " + address.port() + " of " + address.host() + " is not asked; only 80, 443, 8080 and 8443"
                            + " are." + way(address));
        }
        List<InetAddress> found =
                Literal.address(address.host()).map(List::of).orElseGet(() -> lookUp(address.host(), deadline));
        // One bad address refuses the host: an honest name has none.
        if (!named && !found.stream().allMatch(PublicNet::has)) {
            throw new TokenException(
                    Problem.FORBIDDEN,
                    "The host " + address.host() + " is not on the public internet, so it is not asked."
                            + way(address));
        }
        return found.subList(0, Math.min(ADDRESSES_MAX, found.size()));
    }

    private static String way(WebAddress address) {
        return " If it is yours, name it as " + address.place()
                + " in 'token.hosts.private' of etc/com.sothebais.asset.cfg.";
    }

    private List<InetAddress> lookUp(String host, Deadline deadline) {
        try {
            Future<List<InetAddress>> answer = threads.submit(() -> lookup.of(host));
            List<InetAddress> found = answer.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
            if (!found.isEmpty()) {
                return found;
            }
            throw unknown(host);
        } catch (ExecutionException e) {
            throw unknown(host);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new TokenException(
                    Problem.UNREACHABLE, "The name servers did not say in time where " + host + " is; try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException(Problem.UNREACHABLE, "The platform is stopping; try again when it is back.");
        }
    }

    private static TokenException unknown(String host) {
        return new TokenException(Problem.UNREACHABLE, "The host " + host + " is unknown; check the address.");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
