package org.shengmo.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.shengmo.wording.Invalid;

/** Pictures made harmless: decoded and drawn anew as JPEG, so that place, device, author and anything hidden stay behind. */
public final class Pictures {

    /** A picture that unpacks to more pixels is a bomb, not a photo. */
    private static final long MOST_PIXELS = 40_000_000;

    /** The longer side that is kept; more only costs memory. */
    private static final int LONGEST_SIDE = 4000;

    /** At most so many are unpacked at a time, so that many large ones don't take the others' memory. */
    private static final Semaphore UNPACKING = new Semaphore(2);

    private Pictures() {}

    /**
     * The picture as a fresh JPEG, made smaller where a side has more than 4000 pixels.
     *
     * @param picture PNG, JPEG, GIF or BMP
     * @throws Invalid where it is no picture, or would unpack to more than 40 million pixels; the place is {@code picture}
     */
    public static byte[] redrawn(byte[] picture) {
        UNPACKING.acquireUninterruptibly();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Invalid.at("picture", "attachment.picture.none");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw Invalid.at("picture", "attachment.picture.large");
                }
                return jpeg(reader.read(0, sampled(reader)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw Invalid.at("picture", "attachment.picture.none");
        } finally {
            UNPACKING.release();
        }
    }

    private static ImageReadParam sampled(ImageReader reader) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, (longer + LONGEST_SIDE - 1) / LONGEST_SIDE);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
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
