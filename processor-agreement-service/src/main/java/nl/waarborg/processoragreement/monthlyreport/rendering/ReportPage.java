package nl.waarborg.processoragreement.monthlyreport.rendering;

import java.math.BigDecimal;
import java.util.List;

/** A report in the words of one language, before it takes a form. */
record ReportPage(
        String language, String title, String customer, String published, String generalNote, List<Part> parts) {

    /** @param name short: of a sheet, or of a column's value */
    record Part(String name, String heading, String about, List<Chart> charts, List<Table> tables) {}

    record Table(String caption, List<String> head, List<List<Cell>> rows) {}

    sealed interface Cell {

        /** In the language's own writing. */
        String text();

        default boolean numeric() {
            return this instanceof Figure;
        }

        record Plain(String text) implements Cell {}

        /** @param number for those who reckon with it */
        record Figure(BigDecimal number, String text) implements Cell {}
    }

    /** Columns side by side on one scale; every number also stands in a table. */
    record Chart(String caption, List<Legend> legend, List<Column> columns) {

        static final int HEIGHT = 80;
        static final int BAR = 18;

        record Legend(String name, String colour) {}

        /** @param rule height at which a line runs across, from the top; below the scale for none */
        record Column(String label, List<Bar> bars, int rule) {

            public int width() {
                return Math.max(1, bars.size()) * BAR + BAR;
            }

            public int height() {
                return HEIGHT;
            }
        }

        /** Pixels from the top left of the column. */
        record Bar(int x, int y, int height, String colour, String value) {

            public int width() {
                return BAR - 2;
            }
        }
    }
}
