package mo.farol.token.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.Cryptos;
import mo.farol.token.GenuineCode;
import mo.farol.token.NotReadable;
import mo.farol.token.OpenedCode;
import mo.farol.token.ParsedCode;
import mo.farol.token.SignatureVerifier;
import mo.farol.token.cose.ClaimsCodec;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.qr.QrPicture;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored vectors mean what they meant when they were written, with both implementations. */
class GoldenVectorsTest {
    private static final VectorFile STORED = VectorFile.stored();
    private static final BindingPublicKey PHONE =
            BindingPublicKey.of(VectorFile.hex(STORED.keys().phone().point()));

    static Stream<Arguments> genuine() {
        return eachWith(STORED.genuine().stream());
    }

    static Stream<Arguments> hostile() {
        return eachWith(STORED.hostile().stream());
    }

    private static Stream<Arguments> eachWith(Stream<Vector> vectors) {
        return vectors.flatMap(vector ->
                Cryptos.both().map(crypto -> Arguments.of(Named.of(vector.name(), vector), crypto)));
    }

    @Test
    void regeneratingChangesNothing() {
        assertThat(withoutPictures(RegenerateVectors.make().toJson())).isEqualTo(withoutPictures(STORED.toJson()));
    }

    @Test
    void namesAreUnique() {
        Map<String, Vector> byName = Stream.concat(STORED.genuine().stream(), STORED.hostile().stream())
                .collect(Collectors.toMap(Vector::name, Function.identity()));
        assertThat(byName).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @MethodSource("genuine")
    void aGenuineVectorBecomesGenuineThroughEachStage(Vector vector, Crypto crypto) throws Exception {
        Vector.Stages stages = Objects.requireNonNull(vector.stages());
        ParsedCode parsed = CodeParser.parse(vector.text());
        assertThat(parsed.protectedHeader()).isEqualTo(VectorFile.hex(stages.protectedHeader()));
        assertThat(Encrypt0.encode(parsed)).isEqualTo(VectorFile.hex(stages.encrypt0()));
        assertThat(Encrypt0.additionalData(parsed.protectedHeader())).isEqualTo(VectorFile.hex(stages.encStructure()));
        OpenedCode opened = new CodeOpener(crypto).open(parsed, STORED.ring());
        assertThat(opened.toBeSigned()).isEqualTo(VectorFile.hex(stages.toBeSigned()));
        assertThat(ClaimsCodec.encode(opened.claims())).isEqualTo(VectorFile.hex(stages.claims()));
        GenuineCode genuine =
                new SignatureVerifier(crypto).verify(opened, Optional.of(PHONE)).orElseThrow();
        assertThat(genuine.type().label()).isEqualTo(stages.type());
        assertThat(genuine.bindingKeyId().bytes()).isEqualTo(VectorFile.hex(stages.keyId()));
        assertThat(genuine.claims().iat()).isEqualTo(stages.iat());
        assertThat(genuine.claims().cti().bytes()).isEqualTo(VectorFile.hex(stages.cti()));
    }

    @ParameterizedTest
    @MethodSource("genuine")
    void itsPictureReadsBackAsItsText(Vector vector, Crypto crypto) throws IOException {
        Vector.Stages stages = Objects.requireNonNull(vector.stages());
        byte[] png = Base64.getDecoder().decode(stages.png());
        assertThat(QrPicture.read(ImageIO.read(new ByteArrayInputStream(png)))).contains(vector.text());
        assertThat(QrPicture.version(vector.text())).isEqualTo(stages.qrVersion());
        byte[] drawn = QrPicture.png(vector.text(), stages.pngPixels());
        assertThat(pixels(drawn)).isEqualTo(pixels(png));
        assertThat(crypto.name()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileVectorIsRefusedWhereItSays(Vector vector, Crypto crypto) {
        assertThat(refusal(vector, crypto)).isEqualTo(vector.reason());
        assertThat(vector.answer()).isEqualTo("not_recognised");
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void aReencodedSignatureIsTheSameCode(Crypto crypto) throws Exception {
        Map<String, Vector> byName =
                STORED.genuine().stream().collect(Collectors.toMap(Vector::name, Function.identity()));
        Vector second = Objects.requireNonNull(byName.get("re-encoded as (r, n - s)"));
        Vector first = Objects.requireNonNull(
                byName.get(Objects.requireNonNull(second.stages()).sameCodeAs()));
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(redemptionKey(second, crypto)).isEqualTo(redemptionKey(first, crypto));
    }

    private static Object redemptionKey(Vector vector, Crypto crypto) throws NotReadable {
        OpenedCode opened = new CodeOpener(crypto).open(CodeParser.parse(vector.text()), STORED.ring());
        GenuineCode code =
                new SignatureVerifier(crypto).verify(opened, Optional.of(PHONE)).orElseThrow();
        return Map.of(
                "key",
                code.bindingKeyId(),
                "iat",
                code.claims().iat(),
                "cti",
                code.claims().cti());
    }

    private static String refusal(Vector vector, Crypto crypto) {
        try {
            OpenedCode opened = new CodeOpener(crypto).open(CodeParser.parse(vector.text()), STORED.ring());
            boolean genuine = new SignatureVerifier(crypto)
                    .verify(opened, Optional.of(PHONE))
                    .isPresent();
            return genuine ? "genuine" : HostileVectors.NOT_GENUINE;
        } catch (NotReadable e) {
            return e.reason().name();
        }
    }

    /** PNG compression may differ between JDKs; the pixels may not, and the test above compares those. */
    private static String withoutPictures(String json) {
        return json.replaceAll("\"png\" : \"[^\"]*\"", "\"png\" : \"\"");
    }

    private static int[] pixels(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
