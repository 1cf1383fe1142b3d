package com.sothebais.console.commands;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.asset.TokenArtwork.Medium;
import com.sothebais.api.asset.TokenArtwork.Source;
import com.sothebais.api.asset.TokenArtwork.Taken;
import com.sothebais.api.asset.TokenArtwork.Wish;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:token-take URI}: keeps the picture of a token as an asset and shows what the token says. */
@Service
@Command(
        scope = "sothebais",
        name = "token-take",
        description = "Follows a token's address to its metadata and keeps the picture that they name as an asset")
public final class TokenTakeCommand implements Action {
    private static final int LINE_MAX = 400;

    @Argument(
            index = 0,
            name = "uri",
            description = "What the contract's tokenURI gives: https, http, ipfs or data",
            required = true)
    private String uri = "";

    @Option(name = "--id", description = "The token's number, for an address with {id} in it")
    private String tokenId = "";

    @Option(name = "--name", description = "Name of the asset; made of the token's name otherwise")
    private String name = "";

    @Option(name = "--animation", description = "Takes what moves instead of the picture")
    private boolean animation;

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board, new Wanted(uri, tokenId, name, animation), System.out);
        return null;
    }

    /** As it was typed; what was not is empty. */
    record Wanted(String uri, String tokenId, String name, boolean animation) {
        /** @throws IllegalArgumentException when the number is none */
        Wish wish() {
            if (!tokenId.isEmpty() && !tokenId.matches("[0-9]{1,78}")) {
                throw new IllegalArgumentException("--id takes the token's number, such as 7");
            }
            Optional<BigInteger> number = tokenId.isEmpty() ? Optional.empty() : Optional.of(new BigInteger(tokenId));
            return new Wish(
                    new Source(uri, number),
                    animation ? Medium.ANIMATION : Medium.IMAGE,
                    Optional.of(name).filter(given -> !given.isEmpty()));
        }
    }

    static void run(Board board, Wanted wanted, PrintStream out) {
        if (board.tokens().isEmpty()) {
            out.println("No token can be asked now, because a part is away; see sothebais:status.");
            return;
        }
        try {
            print(board.tokens().get().take(wanted.wish(), "shell"), out);
        } catch (TokenException | AssetConflictException | AssetException | IllegalArgumentException e) {
            out.println(Words.line(e.getMessage(), LINE_MAX));
            out.println("Nothing was stored.");
        }
    }

    private static void print(Taken taken, PrintStream out) {
        TokenMetadata token = taken.token();
        out.println("Asset " + taken.asset().number() + " '"
                + Words.line(taken.asset().name(), LINE_MAX) + "'");
        out.println("  artwork:     " + taken.asset().newest().content().id());
        out.println("  name:        " + Words.line(token.name().orElse(""), LINE_MAX));
        out.println("  artist:      " + Words.line(token.artist().orElse(""), LINE_MAX));
        out.println("  description: " + Words.line(token.description(), LINE_MAX));
        token.traits().forEach(trait -> out.println("  " + Words.line(trait.name() + ": " + trait.value(), LINE_MAX)));
    }
}
