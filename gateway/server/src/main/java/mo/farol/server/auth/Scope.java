package mo.farol.server.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an access token is good for. */
public enum Scope {
    /** {@code POST /v1/verifications}. */
    VERIFY,
    /** {@code GET /v1/receipts/{id}}. */
    RECEIPTS;

    /** The name in {@code scope}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String join(Set<Scope> scopes) {
        return scopes.stream().map(Scope::label).collect(Collectors.joining(" "));
    }

    /** @return empty when a scope is unknown or given twice, or none is given */
    static Optional<Set<Scope>> parse(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : text.split(" ", -1)) {
            Optional<Scope> scope = Arrays.stream(values())
                    .filter(each -> each.label().equals(label))
                    .findFirst();
            if (scope.isEmpty() || !scopes.add(scope.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(scopes);
    }
}
