package mo.farol.demo.system;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mo.farol.demo.seed.Catalogue;

/** Institutions for a perf kit: their names carry the kit's own, so that kits do not meet in one database. */
final class KitCatalogue {
    private static final int TERMINALS = 8;
    private static final List<String> NAMES = List.of("surname_zh", "given_names_zh", "surname_pt", "given_names_pt");

    private KitCatalogue() {}

    /**
     * One institution, eight terminals, three purposes: a counter's, one that releases names only, a border's.
     *
     * @param name of the kit: lower-case letters, digits and dashes
     */
    static Catalogue named(String name) {
        String counter = name + ".counter";
        String names = name + ".names";
        String border = name + ".border";
        List<String> withPhoto =
                Stream.concat(NAMES.stream(), Stream.of("photo", "id_number")).toList();
        return new Catalogue(
                "Farol load test terminal (" + name + ")",
                List.of(
                        new Catalogue.PurposeRow(names, "eid", false, false, false),
                        new Catalogue.PurposeRow(counter, "eid", true, false, false),
                        new Catalogue.PurposeRow(border, "clearance", false, false, false)),
                List.of(new Catalogue.InstitutionRow(
                        "Load test " + name,
                        false,
                        IntStream.rangeClosed(1, TERMINALS)
                                .mapToObj(i -> name + "-" + i)
                                .toList(),
                        List.of(
                                new Catalogue.GrantRow(names, NAMES, false),
                                new Catalogue.GrantRow(counter, withPhoto, false),
                                new Catalogue.GrantRow(border, withPhoto, false)))));
    }
}
