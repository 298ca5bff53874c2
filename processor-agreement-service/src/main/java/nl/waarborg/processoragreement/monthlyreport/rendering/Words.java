package nl.waarborg.processoragreement.monthlyreport.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import nl.waarborg.terms.AgreedCalendars;

/** What a report says in one language; times are local to Europe/Amsterdam. */
final class Words {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);

    private final Language language;
    private final ResourceBundle texts;

    Words(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "monthlyreport.texts",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String code() {
        return language.code();
    }

    /** @param parameters put in the places {@code {0}}, {@code {1}}, … */
    String say(String key, Object... parameters) {
        var text = texts.getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, language.locale()).format(parameters);
    }

    String month(YearMonth month) {
        return format("LLLL uuuu").format(month);
    }

    String shortMonth(YearMonth month) {
        return format("LLL").format(month);
    }

    String day(LocalDate day) {
        return format("d MMMM uuuu").format(day);
    }

    String moment(Instant at) {
        return format("d MMMM uuuu HH:mm").format(at.atZone(AgreedCalendars.ZONE));
    }

    String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    /** Hours with two decimals. */
    static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    /** Whole minutes, rounded up: what lasted shows. */
    static BigDecimal minutes(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_PER_MINUTE, 0, RoundingMode.UP);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
