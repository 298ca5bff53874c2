package nl.waarborg.processoragreement.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A page as a document to print and to keep. */
public final class Pdf {

    /** For letters that a reader's own fonts lack, of names from beyond western Europe. A page names it last. */
    private static final String FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    /** @param xhtml a whole page that needs nothing from elsewhere */
    public static byte[] of(String xhtml) {
        try (var bytes = new ByteArrayOutputStream();
                var charts = new BatikSVGDrawer()) {
            new PdfRendererBuilder()
                    .useSVGDrawer(charts)
                    .useFont(() -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE)), FONT)
                    .withHtmlContent(xhtml, null)
                    .toStream(bytes)
                    .run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
