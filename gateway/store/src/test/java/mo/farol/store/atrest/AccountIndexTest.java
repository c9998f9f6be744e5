package mo.farol.store.atrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountIndexTest {
    @TempDir
    Path directory;

    @Test
    void meetsForTheSamePairAndKeysOnly() throws IOException {
        AtRestKeys keys = keys("one.p12");
        byte[] account = new AccountIndex(keys).of("https://id.example.test", "ana");
        assertThat(account)
                .hasSize(32)
                .isEqualTo(new AccountIndex(keys).of("https://id.example.test", "ana"))
                .isNotEqualTo(new AccountIndex(keys("two.p12")).of("https://id.example.test", "ana"));
    }

    @Test
    void keepsPairsApartThatLookAlikeWhenJoinedOrConverted() throws IOException {
        AccountIndex index = new AccountIndex(keys("one.p12"));
        List<List<String>> pairs = List.of(
                List.of("ab", "c"),
                List.of("a", "bc"),
                List.of("", "abc"),
                List.of("abc", ""),
                List.of("c", "ab"),
                List.of("a", "b\0c"),
                List.of("a\0b", "c"),
                // Malformed UTF-16: all of them become a question mark in UTF-8.
                List.of("x", "\ud800"),
                List.of("x", "\udc00"),
                List.of("x", "?"));
        Set<String> seen = new HashSet<>();
        pairs.forEach(pair -> seen.add(HexFormat.of().formatHex(index.of(pair.getFirst(), pair.getLast()))));
        assertThat(seen).hasSameSizeAs(pairs);
    }

    @Test
    void doesNotUseTheNumberIndexesOwnKey() throws IOException {
        AtRestKeys keys = keys("one.p12");
        byte[] pair = "\0\0\0\1\0a\0\0\0\1\0b".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new AccountIndex(keys).of("a", "b")).isNotEqualTo(HmacSha256.of(keys.numberKey(), pair));
    }

    private AtRestKeys keys(String name) throws IOException {
        AtRestKeys.create(directory.resolve(name), "secret", new SecureRandom());
        return AtRestKeys.load(directory.resolve(name), "secret");
    }
}
