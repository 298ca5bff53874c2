package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A CSV file with a line of column names; what is wrong in it is told with line and column. */
final class Table {

    private Table() {}

    /**
     * Reads every row, in the order of the file.
     *
     * @param file how messages name the file
     * @param required columns that must be there; others may stand beside them, in any order
     * @throws IncidentLogException if a column is missing or a row cannot be read
     */
    static <T> List<T> read(String file, Reader text, List<String> required, Function<Row, T> read) {
        var rows = new ArrayList<T>();
        try (var records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<String, Integer> columns = null;
            for (var csv : records) {
                if (columns == null) {
                    columns = columns(file, csv, required);
                } else {
                    refuseExtraFields(file, columns, csv);
                    rows.add(read.apply(new Row(file, columns, csv)));
                }
            }
            if (columns == null) {
                throw new IncidentLogException(file + " is empty; expected a line of column names: " + required);
            }
        } catch (CsvParseException e) {
            throw new IncidentLogException("%s is no CSV file: %s".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
        return rows;
    }

    /** Reads every row of a table that the demo ships, {@code demo/<file>}. */
    static <T> List<T> resource(String file, List<String> required, Function<Row, T> read) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream("/demo/" + file), file);
        return read(file, new InputStreamReader(stream, UTF_8), required, read);
    }

    private static Map<String, Integer> columns(String file, CsvRecord names, List<String> required) {
        var columns = new HashMap<String, Integer>();
        for (var name : names.getFields()) {
            columns.put(name.strip().replace("\uFEFF", ""), columns.size());
        }
        for (var name : required) {
            if (!columns.containsKey(name)) {
                throw new IncidentLogException("%s, line %d: the column %s is missing; the line names %s"
                        .formatted(file, names.getStartingLineNumber(), name, names.getFields()));
            }
        }
        return columns;
    }

    private static void refuseExtraFields(String file, Map<String, Integer> columns, CsvRecord csv) {
        if (csv.getFieldCount() > columns.size()) {
            throw new IncidentLogException(
                    "%s, line %d, column %d: there is no column of that number; the first line names %d"
                            .formatted(file, csv.getStartingLineNumber(), columns.size() + 1, columns.size()));
        }
    }

    /** One row, read by the names of its columns. */
    static final class Row {

        private final String file;
        private final Map<String, Integer> columns;
        private final CsvRecord csv;

        private Row(String file, Map<String, Integer> columns, CsvRecord csv) {
            this.file = file;
            this.columns = columns;
            this.csv = csv;
        }

        /** @throws IncidentLogException if the value is absent or cannot be read, with the line and the column */
        <T> T required(String column, String expected, Function<String, @Nullable T> read) {
            var text = optional(column);
            var value = text == null ? null : parse(text, read);
            if (value == null) {
                var fault = text == null ? "is absent" : "cannot be read: \"" + text + "\"";
                throw IncidentLogException.at(
                        file,
                        csv.getStartingLineNumber(),
                        position(column) + 1,
                        column,
                        fault + "; expected " + expected);
            }
            return value;
        }

        /** @throws IncidentLogException if there is none */
        String text(String column) {
            return required(column, "a text", text -> text);
        }

        /**
         * Several texts, separated by a semicolon.
         *
         * @throws IncidentLogException if there is none
         */
        List<String> texts(String column) {
            return List.of(text(column).split(";", -1));
        }

        /**
         * The local time in a column, on the day {@code day} of the month that lay so many {@code months_ago}.
         *
         * @param end when the months are counted from
         */
        Instant ago(Instant end, String time) {
            var day = YearMonth.from(end.atZone(IncidentLog.ZONE))
                    .minusMonths(required("months_ago", "a number of months", Integer::valueOf))
                    .atDay(required("day", "a day of the month", Integer::valueOf));
            LocalTime at = required(time, "a local time", LocalTime::parse);
            return day.atTime(at).atZone(IncidentLog.ZONE).toInstant();
        }

        /** The value, null if it is absent: empty or {@code ?}. */
        @Nullable
        String optional(String column) {
            var position = position(column);
            if (position < 0 || position >= csv.getFieldCount()) {
                return null;
            }
            var text = csv.getField(position).strip();
            return text.isEmpty() || text.equals("?") ? null : text;
        }

        private int position(String column) {
            return columns.getOrDefault(column, -1);
        }

        private static <T> @Nullable T parse(String text, Function<String, @Nullable T> read) {
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                return null; // the caller tells line, column and what was expected
            }
        }
    }
}
