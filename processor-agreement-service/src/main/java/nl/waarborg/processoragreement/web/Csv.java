package nl.waarborg.processoragreement.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/** Lines to read in elsewhere: RFC 4180, harmless to the spreadsheet that opens them. */
public final class Csv {

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);

    /** The first line, of our own words. */
    public Csv(List<String> columns) {
        writer.writeRecord(columns);
    }

    public void line(List<String> values) {
        writer.writeRecord(values.stream().map(Csv::harmless).toList());
    }

    /** A spreadsheet takes a text that begins so for a formula; a number stays one. */
    private static String harmless(String value) {
        return value.length() > 1 && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !value.matches("-?\\d+(\\.\\d+)?")
                ? "'" + value
                : value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
