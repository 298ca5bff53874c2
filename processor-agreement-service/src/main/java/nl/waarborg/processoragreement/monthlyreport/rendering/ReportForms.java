package nl.waarborg.processoragreement.monthlyreport.rendering;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Cell;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Part;
import nl.waarborg.processoragreement.web.Csv;
import nl.waarborg.processoragreement.web.Pdf;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Gives a report its form: a page, a document to print, a workbook, or lines to read in elsewhere. */
@ApplicationScoped
public class ReportForms {

    private final Engine engine;

    public ReportForms(Engine engine) {
        this.engine = engine;
    }

    /** XHTML that needs nothing from elsewhere, UTF-8. */
    public byte[] html(SlaReportPublished report, String customer, Language language) {
        return xhtml(report, customer, language).getBytes(StandardCharsets.UTF_8);
    }

    private String xhtml(SlaReportPublished report, String customer, Language language) {
        return Objects.requireNonNull(engine.getTemplate("monthlyreport/report"), "monthlyreport/report")
                .data("page", page(report, customer, language))
                .render();
    }

    /** A4, the same page as the HTML. */
    public byte[] pdf(SlaReportPublished report, String customer, Language language) {
        return Pdf.of(xhtml(report, customer, language));
    }

    /** A sheet for each section, figures as numbers. */
    public byte[] xlsx(SlaReportPublished report, String customer, Language language) {
        var page = page(report, customer, language);
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Waarborg", null)) {
            for (var part : page.parts()) {
                write(page, part, workbook.newWorksheet(part.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(ReportPage page, Part part, Worksheet sheet) {
        sheet.value(0, 0, page.title());
        sheet.value(1, 0, page.customer());
        sheet.value(2, 0, page.published());
        sheet.value(3, 0, part.heading());
        sheet.range(0, 0, 3, 0).style().bold().set();
        var row = 5;
        for (var table : part.tables()) {
            sheet.value(row, 0, table.caption());
            row++;
            for (var column = 0; column < table.head().size(); column++) {
                sheet.value(row, column, table.head().get(column));
                sheet.style(row, column).bold().set();
                sheet.width(column, 18);
            }
            row++;
            for (var cells : table.rows()) {
                for (var column = 0; column < cells.size(); column++) {
                    switch (cells.get(column)) {
                        case Cell.Plain plain -> sheet.value(row, column, plain.text());
                        case Cell.Figure figure -> sheet.value(row, column, figure.number());
                    }
                }
                row++;
            }
            row++;
        }
    }

    /** A line for each figure, UTF-8; numbers with a point. */
    public byte[] csv(SlaReportPublished report, String customer, Language language) {
        var page = page(report, customer, language);
        var words = new Words(language);
        var csv = new Csv(List.of(
                words.say("csv.section"),
                words.say("csv.table"),
                words.say("csv.line"),
                words.say("csv.row"),
                words.say("csv.figure"),
                words.say("csv.value")));
        for (var part : page.parts()) {
            for (var table : part.tables()) {
                for (var line = 0; line < table.rows().size(); line++) {
                    var cells = table.rows().get(line);
                    for (var column = 1; column < cells.size(); column++) {
                        csv.line(List.of(
                                part.name(),
                                table.caption(),
                                Integer.toString(line + 1),
                                cells.getFirst().text(),
                                table.head().get(column),
                                switch (cells.get(column)) {
                                    case Cell.Plain plain -> plain.text();
                                    case Cell.Figure figure -> figure.number().toPlainString();
                                }));
                    }
                }
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ReportPage page(SlaReportPublished report, String customer, Language language) {
        return new PageWriter(new Words(language), report).page(customer);
    }
}
