package mo.farol.token.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Random;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.base45.Base45;
import mo.farol.token.cbor.NotDeterministic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict reader against RFC 8949's appendix A and against another library. */
class CborTest {
    private static final CBOREncodeOptions STRICT =
            new CBOREncodeOptions("ctap2canonical=false;allowduplicatekeys=false");

    @Test
    void readsOfAppendixAWhatTheFormatUsesAndRefusesTheRest() {
        int read = 0;
        JsonNode examples = Conformance.json("cbor/appendix_a.json");
        assertThat(examples).hasSize(82);
        for (JsonNode example : examples) {
            byte[] bytes = Conformance.hex(example, "hex");
            boolean expected = example.required("roundtrip").asBoolean() && otherReadsTheSame(bytes);
            boolean accepted = reads(bytes);
            assertThat(accepted).as(example.required("hex").asText()).isEqualTo(expected);
            read += accepted ? 1 : 0;
        }
        assertThat(read).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsWhatTheOtherLibraryReadsOfDamagedCodes(long seed) throws Exception {
        Random random = new Random(seed);
        Deployment here = new Deployment(Cryptos.NATIVE, seed);
        int readable = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = Base45.decode(here.mint(CodeType.EID, here.ticket(CodeType.EID)), 5);
            int at = random.nextInt(4);
            bytes[at] = (byte) random.nextInt();
            if (reads(bytes)) {
                readable++;
                assertThat(StrictWalk.read(bytes).EncodeToBytes(STRICT)).isEqualTo(bytes);
                assertThat(CBORObject.DecodeFromBytes(bytes)).isEqualTo(StrictWalk.read(bytes));
            }
        }
        assertThat(readable).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void readsWhatTheOtherLibraryReadsOfShortTexts(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            boolean expected = otherReadsTheSame(bytes);
            assertThat(reads(bytes)).as("seed %d, text %d", seed, i).isEqualTo(expected);
        }
    }

    private static boolean reads(byte[] bytes) {
        try {
            StrictWalk.read(bytes);
            return true;
        } catch (NotDeterministic e) {
            return false;
        }
    }

    /** The other library is lenient about forms, so what it read must also be what it would write. */
    private static boolean otherReadsTheSame(byte[] bytes) {
        try {
            CBORObject item = CBORObject.DecodeFromBytes(bytes, STRICT);
            return isOurs(item) && java.util.Arrays.equals(item.EncodeToBytes(STRICT), bytes);
        } catch (CBORException e) {
            return false;
        }
    }

    private static boolean isOurs(CBORObject item) {
        if (item.isTagged() || item.getType() == CBORType.Integer && !item.CanValueFitInInt64()) {
            return false;
        }
        return switch (item.getType()) {
            case Integer, ByteString, TextString -> true;
            case Array -> item.getValues().stream().allMatch(CborTest::isOurs);
            case Map ->
                item.getKeys().stream().allMatch(CborTest::isOurs)
                        && item.getValues().stream().allMatch(CborTest::isOurs);
            case Boolean, SimpleValue, FloatingPoint, Number -> false;
        };
    }
}
