package nl.waarborg.processoragreement.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    @Test
    void a_name_keeps_its_letters_wherever_it_comes_from() throws IOException {
        var name = "Łukasz Şahin, Café Zoë €";
        var pdf = Pdf.of("<html><body style=\"font-family: sans-serif, 'Liberation Sans'\">" + name + "</body></html>");
        try (var document = Loader.loadPDF(pdf)) {
            assertEquals(name, new PDFTextStripper().getText(document).strip());
        }
    }
}
