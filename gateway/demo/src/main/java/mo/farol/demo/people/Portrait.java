package mo.farol.demo.people;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * Draws a portrait that nobody can take for a photograph: a mannequin of plain shapes behind diagonal stripes. Without
 * text, so that no font is needed.
 */
public final class Portrait {
    static final int WIDTH = 120;
    static final int HEIGHT = 160;

    private final Graphics2D pen;
    private final RandomGenerator random;

    private Portrait(Graphics2D pen, RandomGenerator random) {
        this.pen = pen;
        this.random = random;
    }

    /** A PNG file in base64, {@value #WIDTH} by {@value #HEIGHT} pixels; the same for the same random numbers. */
    public static String png(RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Portrait portrait = new Portrait(pen, random);
        portrait.background();
        portrait.shoulders();
        portrait.head();
        portrait.stripes();
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private void background() {
        pen.setPaint(new GradientPaint(0, 0, colour(0.15f, 0.95f), 0, HEIGHT, colour(0.25f, 0.8f)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void shoulders() {
        pen.setColor(colour(0.6f, 0.5f));
        pen.fill(new RoundRectangle2D.Double(15, 118, 90, 70, 50, 50));
    }

    private void head() {
        double width = 50 + random.nextDouble() * 16;
        double left = (WIDTH - width) / 2;
        pen.setColor(colour(0.35f, 0.9f));
        pen.fill(new Ellipse2D.Double(left, 40, width, 84));
        pen.setColor(colour(0.7f, 0.3f));
        pen.fill(new Arc2D.Double(left, 34, width, 60 + random.nextInt(20), 0, 180, Arc2D.CHORD));
        double gap = 10 + random.nextDouble() * 6;
        for (double x : new double[] {WIDTH / 2.0 - gap, WIDTH / 2.0 + gap}) {
            pen.setColor(Color.WHITE);
            pen.fill(new RoundRectangle2D.Double(x - 6, 74, 12, 9, 4, 4));
            pen.setColor(Color.DARK_GRAY);
            pen.fill(new Ellipse2D.Double(x - 2 + random.nextInt(3) - 1, 76, 5, 5));
        }
        pen.setStroke(new BasicStroke(2));
        pen.draw(new Arc2D.Double(WIDTH / 2.0 - 12, 92 + random.nextInt(6), 24, 14, 200, 140, Arc2D.OPEN));
    }

    private void stripes() {
        pen.setColor(new Color(255, 255, 255, 90));
        pen.setStroke(new BasicStroke(3));
        for (int x = -HEIGHT; x < WIDTH; x += 24) {
            pen.drawLine(x, HEIGHT, x + HEIGHT, 0);
        }
    }

    private Color colour(float saturation, float brightness) {
        return Color.getHSBColor(random.nextFloat(), saturation, brightness);
    }
}
