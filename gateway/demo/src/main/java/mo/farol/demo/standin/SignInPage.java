package mo.farol.demo.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.phone.file.OwnerOnlyFile;

/** The page on which somebody in a browser says who they are: a list of everybody there is, without passwords. */
final class SignInPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SignInPage() {}

    /** @param residents how many there are, numbered from 1 */
    static void write(Path file, int residents) throws IOException {
        StringBuilder options = new StringBuilder();
        for (int n = 1; n <= residents; n++) {
            String subject = SignInProvider.resident(n);
            options.append(option("Resident " + n, claims(subject, SignInProvider.ORDINARY, List.of())));
            options.append(option(
                    "Resident " + n + ", with a second proof", claims(subject, SignInProvider.STRONG, List.of())));
        }
        for (OperatorRole role : OperatorRole.values()) {
            for (int n = 1; n <= 2; n++) {
                options.append(option(
                        role.label() + " " + n, claims(role.subject(n), SignInProvider.STRONG, List.of(role.label()))));
            }
        }
        OwnerOnlyFile.write(file, PAGE.formatted(Mark.TEXT, Mark.TEXT, options));
    }

    private static Map<String, Object> claims(String subject, String acr, List<String> roles) {
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("sub", subject, "acr", acr));
        if (!roles.isEmpty()) {
            claims.put("roles", roles);
        }
        return claims;
    }

    private static String option(String text, Map<String, Object> claims) {
        try {
            String value = JSON.writeValueAsString(claims).replace("\"", "&quot;");
            return "<option value=\"" + value + "\">" + text + "</option>\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Sign in (%s)</title></head>
            <body>
            <h1>Sign in</h1>
            <p><strong>This is a %s: it believes whoever you say you are.</strong></p>
            <form method="post">
            <input type="hidden" name="username" value="somebody">
            <p><label for="claims">Who are you?</label></p>
            <p><select id="claims" name="claims">
            %s</select></p>
            <p><button type="submit">Sign in</button></p>
            </form>
            </body>
            </html>
            """;
}
