package com.sothebais.asset.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.TokenException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentIdTest {
    /** SHA-256 of nothing. */
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Known ids of nothing and of "hello world", and the first one in other bases. */
    private static final String EMPTY_ID = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";

    private static final String HELLO_ID = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";
    private static final String HELLO = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    @Test
    void rawContentIsNamedByItsHash() {
        assertThat(ContentId.sha256(EMPTY_ID)).contains(EMPTY);
        assertThat(ContentId.sha256(HELLO_ID)).contains(HELLO);
        assertThat(ContentId.sha256(HELLO_ID.toUpperCase(Locale.ROOT))).contains(HELLO);
        assertThat(ContentId.sha256("f01551220" + HELLO)).contains(HELLO);
        assertThat(ContentId.sha256("z" + inBase("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")))
                .contains(HELLO);
        assertThat(ContentId.sha256("k" + inBase("0123456789abcdefghijklmnopqrstuvwxyz")))
                .contains(HELLO);
    }

    private static String inBase(String letters) {
        BigInteger base = BigInteger.valueOf(letters.length());
        StringBuilder digits = new StringBuilder();
        for (BigInteger left = new BigInteger("01551220" + HELLO, 16); left.signum() > 0; left = left.divide(base)) {
            digits.insert(0, letters.charAt(left.mod(base).intValue()));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Version 0 and version 1 of trees of blocks.
                "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnaaaa",
                "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
                // Another hash, too short, too long, letters that the base has not, and nothing.
                "f01551620e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "f01551220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8",
                "f01551220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85555",
                "f01551220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
                "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyk1",
                "z0OIl",
                "b",
                "k",
                ""
            })
    void everyOtherIdIsNotCompared(String id) {
        assertThat(ContentId.sha256(id)).isEmpty();
    }

    @Test
    void genuineContentIsReadToItsEndHoweverItIsRead() throws IOException {
        Genuine whole = genuine("hello world");
        assertThat(whole.skip(3)).isEqualTo(3);
        assertThat(whole.read()).isEqualTo('l');
        assertThat(new String(whole.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("o world");
        whole.finish();
        assertThat(whole.read()).isEqualTo(-1);
    }

    @Test
    void otherContentHasNoEnd() throws IOException {
        Genuine other = genuine("hello worlds");
        assertThat(other.readNBytes(11)).hasSize(11);
        assertThatThrownBy(other::readAllBytes)
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("gateway.example sends something else");
    }

    @Test
    void whatWasNotReadToItsEndIsNotTaken() throws IOException {
        Genuine half = genuine("hello world");
        half.readNBytes(10);
        assertThatIllegalStateException().isThrownBy(half::finish);
    }

    private static Genuine genuine(String text) {
        return new Genuine(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), HELLO, "gateway.example");
    }
}
