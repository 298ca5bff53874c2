package nl.waarborg.terms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import nl.waarborg.terms.Term.Origin;

/** A vendor's standard agreement, as data: the file of its name beside this class, one line per term. */
public enum Preset {
    /** Service Overeenkomst (SLA) of the ERP, HRM and payroll vendor. */
    AFAS_SLA,
    /** Processor agreement and service level agreement of PHOCUS Cloud. */
    PHOCUS_CLOUD;

    /** The version of the terms that this library ships. */
    public static final int VERSION = 1;

    private static final Map<Preset, Map<TermKey, Term>> TERMS =
            Arrays.stream(values()).collect(toUnmodifiableMap(identity(), preset -> read(preset.name() + ".terms")));

    /** The terms that the document contains; what it does not say is absent. */
    public Map<TermKey, Term> terms() {
        return Objects.requireNonNull(TERMS.get(this));
    }

    private static Map<TermKey, Term> read(String file) {
        var terms = new EnumMap<TermKey, Term>(TermKey.class);
        try (var stream = Preset.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(stream, UTF_8)).lines();
            for (var line :
                    (Iterable<String>) lines.filter(line -> !line.isBlank() && !line.startsWith("#"))::iterator) {
                var columns = line.split("\\s*\\|\\s*", -1);
                var key = TermKey.of(columns[0]).orElseThrow(() -> new IllegalStateException(file + ": " + line));
                if (terms.put(key, new Term(key, key.read(columns[1]), columns[2], Origin.PRESET)) != null) {
                    throw new IllegalStateException(file + " has two values for " + key);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(terms);
    }
}
