package com.sothebais.api.social;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A network on this machine whose accounts can be made and moved at will: for rehearsals, demos and tests. */
@ConsumerType
public interface SimulatedNetwork extends SocialNetwork {

    /** The account of that handle, created when new. Handles have 1 to 30 letters, digits or underscores. */
    Account join(String handle, String displayName);

    /**
     * Posts as that account, now. The network itself finds mentions ({@code @handle}) in the text.
     *
     * @throws SocialException when the account is unknown or the text too long
     */
    Post say(AccountId author, String text, Relation relation);

    /** Delivers the post to the inbox once more, as real networks do. */
    void redeliver(PostId post);

    /** Newest first, at most {@code limit} posts. */
    List<Post> timeline(int limit);

    Optional<Post> find(PostId id);

    /** Makes {@link #publish} fail and holds deliveries back while true. */
    void outage(boolean down);
}
