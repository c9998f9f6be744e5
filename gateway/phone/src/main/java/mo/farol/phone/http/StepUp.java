package mo.farol.phone.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway wants of the sign-in before it does this (RFC 9470, 3).
 *
 * @param acrValues authentication context classes that will do, separated by spaces
 * @param maxAge how many seconds the sign-in may lie back; empty: it does not matter
 */
public record StepUp(String acrValues, Optional<Long> maxAge) {
    private static final Pattern ERROR = Pattern.compile("error=\"insufficient_user_authentication\"");
    private static final Pattern ACR_VALUES = Pattern.compile("acr_values=\"([^\"]*)\"");
    private static final Pattern MAX_AGE = Pattern.compile("max_age=\"?(\\d{1,9})\"?");

    /** Empty when the reply does not ask for a step-up. */
    static Optional<StepUp> in(Reply reply) {
        return reply.headers()
                .firstValue("WWW-Authenticate")
                .filter(challenge ->
                        reply.status() == 401 && ERROR.matcher(challenge).find())
                .map(challenge -> new StepUp(
                        found(ACR_VALUES, challenge).orElse(""),
                        found(MAX_AGE, challenge).map(Long::valueOf)));
    }

    private static Optional<String> found(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
