package mo.farol.api.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The catalogue as {@code GET /problems} answers it, and a part of it as {@code GET /problems/{code}} does.
 *
 * @param help the help line
 */
public record PublishedCatalogue(String help, List<PublishedEntry> entries) {
    public static PublishedCatalogue of(Catalogue catalogue) {
        Stream<PublishedEntry> problems =
                Arrays.stream(ProblemCode.values()).map(code -> PublishedEntry.of(code, catalogue));
        Stream<PublishedEntry> advice = Arrays.stream(Advice.values()).map(each -> PublishedEntry.of(each, catalogue));
        return new PublishedCatalogue(
                catalogue.helpLine(), Stream.concat(problems, advice).toList());
    }

    /** The entries of one code; none when the code does not exist. */
    public PublishedCatalogue only(String code) {
        return new PublishedCatalogue(
                help,
                entries.stream().filter(entry -> entry.code().equals(code)).toList());
    }
}
