package nl.waarborg.availability.performance.projection;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.PackedHistogram;

/** Response times in milliseconds, exact to the millisecond up to 32 s and to four digits above. */
final class Histograms {

    private static final int DIGITS = 4;

    private Histograms() {}

    static PackedHistogram empty() {
        return new PackedHistogram(DIGITS);
    }

    static byte[] compressed(AbstractHistogram histogram) {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    static PackedHistogram read(byte[] compressed) {
        try {
            return PackedHistogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a histogram cannot be read", e);
        }
    }
}
