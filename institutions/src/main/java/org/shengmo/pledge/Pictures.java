package org.shengmo.pledge;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.shengmo.wording.Invalid;

/** Pictures made harmless: decoded and drawn anew as JPEG, so that place, device, author and anything hidden stay behind. */
final class Pictures {

    /** A picture that unpacks to more pixels is a bomb, not a photo. */
    private static final long MOST_PIXELS = 40_000_000;

    private Pictures() {}

    static byte[] redrawn(byte[] picture) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Invalid.at("picture", "pledge.picture.none");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw Invalid.at("picture", "pledge.picture.large");
                }
                return jpeg(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw Invalid.at("picture", "pledge.picture.none");
        }
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = flat.createGraphics();
        canvas.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(flat, "jpeg", out);
        return out.toByteArray();
    }
}
