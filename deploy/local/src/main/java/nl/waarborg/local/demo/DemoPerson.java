package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A made person; neither name nor address exists.
 *
 * @param id the same for the same customer and caller at every run
 */
record DemoPerson(UUID id, String name, String mail) {

    private static final List<String> FIRST = List.of(
            "Anouk", "Bram", "Carlijn", "Daan", "Eline", "Floor", "Gijs", "Hanna", "Ilse", "Jasper", "Kees", "Lotte",
            "Maud", "Niels", "Olga", "Pim", "Roos", "Sander", "Tess", "Wout");

    private static final List<String> LAST = List.of(
            "Aalders",
            "Bosch",
            "Cornelisse",
            "Dijkstra",
            "Evers",
            "Fokkema",
            "Groen",
            "Hoekstra",
            "Jansma",
            "Kuiper",
            "Lammers",
            "Mulder",
            "Nijland",
            "Oosting",
            "Postma",
            "Ruiter",
            "Smit",
            "Terpstra",
            "Veenstra",
            "Zijlstra");

    /** A caller of the log at one customer. */
    static DemoPerson caller(UUID tenant, String caller) {
        return of(UUID.nameUUIDFromBytes((tenant + "/" + caller).getBytes(UTF_8)), caller);
    }

    /** @param word tells persons of the same name apart in their address */
    static DemoPerson of(UUID id, String word) {
        var number = Math.floorMod(id.hashCode(), FIRST.size() * LAST.size());
        var name = FIRST.get(number % FIRST.size()) + " " + LAST.get(number / FIRST.size());
        var address = (name + " " + word).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
        return new DemoPerson(id, name, address + "@example.com");
    }
}
