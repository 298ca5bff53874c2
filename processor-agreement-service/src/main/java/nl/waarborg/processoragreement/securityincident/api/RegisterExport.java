package nl.waarborg.processoragreement.securityincident.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.ExportRow;
import nl.waarborg.processoragreement.web.Csv;

/** The register as CSV (RFC 4180), a line per affected customer; columns are the fields of the JSON form. */
final class RegisterExport {

    private static final List<RecordComponent> COLUMNS = Arrays.asList(ExportRow.class.getRecordComponents());

    private RegisterExport() {}

    static String csv(List<ExportRow> rows) {
        var csv = new Csv(COLUMNS.stream().map(RecordComponent::getName).toList());
        rows.forEach(row ->
                csv.line(COLUMNS.stream().map(column -> value(column, row)).toList()));
        return csv.toString();
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
