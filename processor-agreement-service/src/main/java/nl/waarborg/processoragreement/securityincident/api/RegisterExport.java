package nl.waarborg.processoragreement.securityincident.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.ExportRow;

/** The register as CSV (RFC 4180), a line per affected customer; columns are the fields of the JSON form. */
final class RegisterExport {

    private static final List<RecordComponent> COLUMNS = Arrays.asList(ExportRow.class.getRecordComponents());

    private RegisterExport() {}

    static String csv(List<ExportRow> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS.stream().map(RecordComponent::getName).toList());
            rows.forEach(row -> csv.writeRecord(
                    COLUMNS.stream().map(column -> value(column, row)).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String value(RecordComponent column, ExportRow row) {
        try {
            var value = column.getAccessor().invoke(row);
            return value == null ? "" : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
