package mo.farol.demo.registry;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/** A few dozen patches of colour, small as files, dealt out to everybody: they show nobody. */
final class TinyPortraits {
    private static final int MANY = 64;
    private static final int WIDTH = 6;
    private static final int HEIGHT = 8;

    private final String[] portraits = new String[MANY];

    TinyPortraits(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MANY; i++) {
            portraits[i] = draw(random);
        }
    }

    /** A PNG file in base64. */
    String of(int n) {
        return portraits[Math.floorMod(n, MANY)];
    }

    private static String draw(Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
