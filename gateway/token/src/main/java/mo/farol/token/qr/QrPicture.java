package mo.farol.token.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A code as a QR picture (ISO/IEC 18004), error correction M, alphanumeric mode for texts of that alphabet. */
public final class QrPicture {
    /** Light modules around the symbol, as the standard asks. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** A PNG of {@code pixels} by {@code pixels}: whole pixels per module, the rest is quiet zone. */
    public static byte[] png(String text, int pixels) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image(text, pixels), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG in memory", e);
        }
    }

    /** The same picture before encoding. */
    public static BufferedImage image(String text, int pixels) {
        ByteMatrix modules = encoded(text).getMatrix();
        int scale = pixels / (modules.getWidth() + 2 * QUIET);
        if (scale < 1) {
            throw new IllegalArgumentException("too few pixels for this text");
        }
        int margin = (pixels - scale * modules.getWidth()) / 2;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, pixels, pixels);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    pen.fillRect(margin + x * scale, margin + y * scale, scale, scale);
                }
            }
        }
        pen.dispose();
        return image;
    }

    /** An SVG, one unit a module, that scales to any size. */
    public static String svg(String text) {
        ByteMatrix modules = encoded(text).getMatrix();
        int side = modules.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(side, path);
    }

    /** The QR version (1 to 40) that a text needs; its side has 17 + 4 x version modules. */
    public static int version(String text) {
        return encoded(text).getVersion().getVersionNumber();
    }

    /** Reads the text of the one QR in a picture; empty when none is found. */
    public static Optional<String> read(BufferedImage picture) {
        return QrReader.read(picture);
    }

    private static QRCode encoded(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR", e);
        }
    }
}
