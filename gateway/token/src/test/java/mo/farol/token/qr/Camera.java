package mo.farol.token.qr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;

/** What a poor camera makes of a good picture. */
final class Camera {
    private Camera() {}

    /** Grey, with room around it, so that turning does not cut corners. */
    static BufferedImage framed(BufferedImage picture) {
        int side = picture.getWidth() * 3 / 2;
        return turned(picture, 0, side);
    }

    static BufferedImage turned(BufferedImage picture, double degrees) {
        return turned(picture, degrees, picture.getWidth() * 3 / 2);
    }

    /** Every pixel the mean of a square around it. */
    static BufferedImage blurred(BufferedImage picture, int size) {
        float[] weights = new float[size * size];
        Arrays.fill(weights, 1f / weights.length);
        ConvolveOp blur = new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null);
        return blur.filter(framed(picture), null);
    }

    /** Darker, and with less between black and white. */
    static BufferedImage dimmed(BufferedImage picture, float contrast, float black) {
        return new RescaleOp(contrast, black, null).filter(framed(picture), null);
    }

    private static BufferedImage turned(BufferedImage picture, double degrees, int side) {
        BufferedImage frame = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = frame.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        pen.drawImage(picture, (side - picture.getWidth()) / 2, (side - picture.getHeight()) / 2, null);
        pen.dispose();
        return frame;
    }
}
