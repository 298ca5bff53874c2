package nl.waarborg.terms.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/**
 * The national holidays (nationale feestdagen) that both vendors observe, by date, as data: OP-71. Later years are published
 * by a person as a new calendar version, never computed.
 */
public final class NationalHolidays {

    /** The years for which the dates are known, from the first of January to the last of December. */
    public static final PublishedRange PUBLISHED =
            new PublishedRange(LocalDate.of(2015, 1, 1), LocalDate.of(2036, 12, 31));

    private static final List<Holiday> HOLIDAYS = read();

    private NationalHolidays() {}

    /** In order of date; two may fall on one day. */
    public static List<Holiday> all() {
        return HOLIDAYS;
    }

    private static List<Holiday> read() {
        try (var stream = NationalHolidays.class.getResourceAsStream("national-holidays")) {
            if (stream == null) {
                throw new IllegalStateException("the holidays are missing");
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(columns -> new Holiday(LocalDate.parse(columns[0]), columns[1], columns[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
