package mo.farol.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mo.farol.server.verification.NotGenuineRig.Answered;
import mo.farol.token.base45.Base45;
import mo.farol.token.conformance.Conformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole gateway on PostgreSQL, asked about codes that are not genuine: nothing about the answer says why. */
class OneAnswerTest {
    private static final int BURST = 24;

    private static final int REPEATS = 3;

    private static NotGenuineRig rig;

    @BeforeAll
    static void start() {
        rig = new NotGenuineRig(true);
        List.of("desk", "corpora", "flooding").forEach(rig::terminal);
        assertThat(rig.ask("desk", rig.texts.genuine(rig.now())).body()).contains("\"outcome\":\"verified\"");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void isTheSameForEveryTextThatOpensAndAsksTheSameOfTheDatabase() {
        Map<String, Answered> answers = new TreeMap<>();
        for (int i = 0; i < REPEATS; i++) {
            for (boolean cached : new boolean[] {true, false}) {
                for (Map.Entry<String, String> each : rig.texts.of(rig.now()).entrySet()) {
                    rig.cached(cached);
                    answers.put(each.getKey() + ", " + cached + i, rig.ask("desk", each.getValue()));
                }
            }
        }

        Answered first = answers.values().iterator().next();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("\"code\":\"not_recognised\"");
        assertThat(first.statements()).hasSize(1).containsValue(1);
        assertThat(first.statements().keySet().iterator().next()).startsWith("SELECT key_id, public_key FROM binding");
        assertThat(answers.values()).hasSize(REPEATS * 2 * 10).containsOnly(first);
    }

    @Test
    void isTheSameForEveryOtherTextAndAsksNothingOfTheDatabase() {
        Answered opened = rig.ask("corpora", rig.texts.unknownBinding(rig.now()));
        Answered expected = new Answered(opened.status(), opened.headers(), opened.body(), Map.of());

        List<String> texts = corpora();
        assertThat(texts).hasSizeGreaterThan(1000);
        assertThat(texts.stream().map(text -> rig.ask("corpora", text)).distinct())
                .containsExactly(expected);
    }

    @Test
    void isTheSameWhenTheTerminalHasSpentItsBudget() {
        String any = rig.texts.unknownBinding(rig.now());
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> rig.burst("flooding", any, BURST).stream().anyMatch(OneAnswerTest::mustWait));
        List<Answered> waiting = new ArrayList<>();
        for (boolean cached : new boolean[] {true, false}) {
            for (String text : rig.texts.of(rig.now()).values()) {
                rig.cached(cached);
                waiting.add(spent(text));
            }
        }

        assertThat(waiting.getFirst().headers()).containsKey("retry-after");
        assertThat(waiting).hasSize(20).containsOnly(waiting.getFirst());
    }

    /** A token comes back every 50 ms: what is asked at once outruns that. */
    private static Answered spent(String text) {
        return Stream.generate(() -> rig.burst("flooding", text, BURST))
                .limit(50)
                .flatMap(List::stream)
                .filter(OneAnswerTest::mustWait)
                .findFirst()
                .orElseThrow();
    }

    private static boolean mustWait(Answered answer) {
        return answer.status() == 429;
    }

    /** Everything in the third-party corpora, as it is and dressed up as a code of ours. */
    private static List<String> corpora() {
        List<String> raw = new ArrayList<>();
        strings(Conformance.json("foreign-qr/hc1_sample.json"), raw);
        strings(Conformance.json("strings/naughty_half.json"), raw);
        strings(Conformance.json("cbor/appendix_a.json"), raw);
        Stream.of("cose/CWT", "cose/ecdsa-examples", "cose/sign1-tests")
                .forEach(folder -> Conformance.folder(folder).forEach(file -> strings(file, raw)));
        List<String> texts = new ArrayList<>();
        for (String text : raw) {
            texts.add(text);
            texts.add("EID1:" + text);
        }
        bytes(raw).forEach(content -> texts.add("EID1:" + Base45.encode(content)));
        String genuine = rig.texts.genuine(rig.now());
        for (int at = 0; at < genuine.length(); at += 4) {
            texts.add(genuine.substring(0, at));
            texts.add(genuine.substring(0, at) + (genuine.charAt(at) == '7' ? '8' : '7') + genuine.substring(at + 1));
        }
        texts.removeIf(text -> text.isBlank() || text.equals(genuine));
        return texts.stream().distinct().toList();
    }

    private static void strings(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.asText());
        }
        node.forEach(each -> strings(each, into));
    }

    /** What these texts say in hexadecimal or Base64. */
    private static Stream<byte[]> bytes(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("([0-9A-Fa-f]{2}){1,300}"))
                .map(text -> HexFormat.of().parseHex(text));
    }
}
