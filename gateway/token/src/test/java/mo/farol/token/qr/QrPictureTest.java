package mo.farol.token.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.Nonce;
import mo.farol.token.mint.Recipient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes survive being shown and looked at. */
class QrPictureTest {
    private static final int CODES = 100;
    private static final Deployment HERE = new Deployment(Cryptos.NATIVE, 9);

    static Stream<Arguments> looks() {
        return Stream.of(
                look("small", picture -> picture, 0.98),
                look("blurred over 3 pixels", picture -> Camera.blurred(picture, 3), 0.95),
                look("turned by 5 degrees", picture -> Camera.turned(picture, 5), 0.95),
                look("turned by 30 degrees", picture -> Camera.turned(picture, 30), 0.90),
                look("turned by 90 degrees", picture -> Camera.turned(picture, 90), 0.95),
                look("dimmed to a third", picture -> Camera.dimmed(picture, 0.33f, 10), 0.95),
                look("grey on grey", picture -> Camera.dimmed(picture, 0.2f, 100), 0.95));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void readsBackAtTheSmallestSize(UnaryOperator<BufferedImage> camera, String name, double floor) {
        assertThat(share(name + ", 200 px", camera, null, 200)).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void readsBackWithAChallengeAtTheSmallestSize(UnaryOperator<BufferedImage> camera, String name, double floor) {
        Nonce nonce = Nonce.of(new byte[Nonce.LENGTH]);
        assertThat(share(name + ", challenge, 260 px", camera, nonce, 260)).isGreaterThanOrEqualTo(floor);
    }

    /** What the format is sized for, at error correction M: 262 and 311 characters fit. */
    @Test
    void fitsVersionNineAndWithAChallengeVersionTen() {
        String plain = HERE.mint(CodeType.EID, HERE.gatewayKey(CodeType.EID));
        Nonce nonce = Nonce.of(new byte[Nonce.LENGTH]);
        String answering = HERE.minter.mint(
                CodeType.EID, HERE.phone, HERE.keyId, HERE.gatewayKey(CodeType.EID), Deployment.NOW, 1, nonce);
        assertThat(plain).hasSize(260);
        assertThat(QrPicture.version(plain)).isEqualTo(9);
        assertThat(answering).hasSize(289);
        assertThat(QrPicture.version(answering)).isEqualTo(10);
    }

    @Test
    void drawsThePngItWasAskedFor() throws IOException {
        String text = HERE.mint(CodeType.EID, HERE.gatewayKey(CodeType.EID));
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(QrPicture.png(text, 400)));
        assertThat(png.getWidth()).isEqualTo(400);
        assertThat(png.getHeight()).isEqualTo(400);
        assertThat(QrPicture.read(png)).contains(text);
    }

    @Test
    void drawsEveryDarkModuleInTheSvg() {
        String text = HERE.mint(CodeType.EID, HERE.gatewayKey(CodeType.EID));
        String svg = QrPicture.svg(text);
        // Version 9 has 17 + 4 x 9 modules a side, and four light ones around.
        assertThat(svg).startsWith("<svg ").contains("viewBox=\"0 0 61 61\"").endsWith("</svg>\n");
        BufferedImage modules = QrPicture.image(text, 61);
        long dark = 0;
        for (int at = 0; at < 61 * 61; at++) {
            boolean isDark = (modules.getRGB(at % 61, at / 61) & 0xFF) == 0;
            dark += isDark ? 1 : 0;
            String move = "M" + at % 61 + " " + at / 61 + "h1v1h-1z";
            assertThat(svg.contains(move)).isEqualTo(isDark);
        }
        assertThat(dark).isGreaterThan(1000);
    }

    @Test
    void refusesFewerPixelsThanModules() {
        String text = HERE.mint(CodeType.EID, HERE.gatewayKey(CodeType.EID));
        assertThatIllegalArgumentException().isThrownBy(() -> QrPicture.png(text, 60));
    }

    @Test
    void findsNothingInABlankPicture() {
        assertThat(QrPicture.read(new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY)))
                .isEmpty();
    }

    private static double share(String name, UnaryOperator<BufferedImage> camera, @Nullable Nonce nonce, int pixels) {
        Recipient to = HERE.gatewayKey(CodeType.EID);
        int read = 0;
        for (int i = 0; i < CODES; i++) {
            String text = HERE.minter.mint(CodeType.EID, HERE.phone, HERE.keyId, to, Deployment.NOW, i, nonce);
            BufferedImage seen = camera.apply(QrPicture.image(text, pixels));
            read += QrPicture.read(seen).filter(text::equals).isPresent() ? 1 : 0;
        }
        System.out.printf("ZXing reads back %3d of %d codes: %s%n", read, CODES, name);
        return (double) read / CODES;
    }

    private static Arguments look(String name, UnaryOperator<BufferedImage> camera, double floor) {
        return Arguments.of(Named.of(name, camera), name, floor);
    }
}
