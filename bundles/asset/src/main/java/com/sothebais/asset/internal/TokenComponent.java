package com.sothebais.asset.internal;

import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenMetadata;
import com.sothebais.asset.fetch.Doorman;
import com.sothebais.asset.fetch.Fetcher;
import com.sothebais.asset.fetch.Times;
import com.sothebais.asset.token.Intake;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Takes the artwork of tokens while there is a library to put it into. */
@Component(service = TokenArtwork.class)
public final class TokenComponent implements TokenArtwork {
    private final Doorman doorman;
    private final Intake intake;

    @Activate
    public TokenComponent(@Reference AssetComponent contents, @Reference AssetLibrary library) {
        Settings settings = contents.settings();
        doorman = new Doorman(
                host -> List.of(InetAddress.getAllByName(host)),
                settings.tokens().privateHosts());
        Fetcher fetcher = new Fetcher(doorman, (SSLSocketFactory) SSLSocketFactory.getDefault(), Times.DEFAULT);
        intake = new Intake(
                library,
                fetcher,
                settings.tokens().addresses(),
                settings.limits().bytes(),
                InstantSource.system());
    }

    @Deactivate
    void stop() {
        doorman.close();
    }

    @Override
    public TokenMetadata look(Source source, String person) {
        return intake.look(source, person);
    }

    @Override
    public Taken take(Wish wish, String person) {
        return intake.take(wish, person);
    }

    @Override
    public List<Progress> running() {
        return intake.running();
    }
}
