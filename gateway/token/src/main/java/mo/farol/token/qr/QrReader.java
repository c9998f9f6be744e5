package mo.farol.token.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one QR from a picture. At three pixels a module a single attempt misses even some perfect pictures, so it looks
 * again: with a threshold for the whole picture, as a drawn picture without any tilt, then at twice the size.
 */
final class QrReader {
    private static final Map<DecodeHintType, Object> PHOTOGRAPHED = Map.of(DecodeHintType.TRY_HARDER, true);
    private static final Map<DecodeHintType, Object> DRAWN = Map.of(DecodeHintType.PURE_BARCODE, true);
    private static final int LARGEST_TO_ENLARGE = 1200;

    private QrReader() {}

    static Optional<String> read(BufferedImage picture) {
        return looks(picture).or(() -> canGrow(picture) ? looks(enlarged(picture)) : Optional.empty());
    }

    private static Optional<String> looks(BufferedImage picture) {
        LuminanceSource source = new BufferedImageLuminanceSource(picture);
        BinaryBitmap global = new BinaryBitmap(new GlobalHistogramBinarizer(source));
        return attempt(new BinaryBitmap(new HybridBinarizer(source)), PHOTOGRAPHED)
                .or(() -> attempt(global, PHOTOGRAPHED))
                .or(() -> attempt(global, DRAWN));
    }

    private static Optional<String> attempt(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static boolean canGrow(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight()) <= LARGEST_TO_ENLARGE;
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        int width = 2 * picture.getWidth();
        int height = 2 * picture.getHeight();
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return large;
    }
}
