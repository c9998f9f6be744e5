package mo.farol.server.signin;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mo.farol.server.keys.Digests;

/** A person at Keycloak's login pages: the authorization code flow with PKCE, filling in whatever form comes. */
final class KeycloakBrowser {
    private static final String BACK = "http://127.0.0.1/back";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-in-all";
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int MOST_PAGES = 6;

    private final String protocol;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();

    KeycloakBrowser(String issuer) {
        protocol = issuer + "/protocol/openid-connect";
    }

    /**
     * Signs in, or steps up when somebody is signed in already.
     *
     * @param acrValues what the client asks for; empty for nothing in particular
     * @return what the token endpoint answers
     */
    JsonObject signIn(String clientId, String scope, String acrValues) throws IOException, InterruptedException {
        Map<String, String> query = new TreeMap<>(Map.of(
                "client_id",
                clientId,
                "response_type",
                "code",
                "scope",
                "openid " + scope,
                "redirect_uri",
                BACK,
                "state",
                "s",
                "nonce",
                "n",
                "code_challenge_method",
                "S256",
                "code_challenge",
                challenge()));
        if (!acrValues.isEmpty()) {
            query.put("acr_values", acrValues);
        }
        String code = codeFrom(send(HttpRequest.newBuilder(URI.create(protocol + "/auth?" + form(query)))));
        HttpResponse<String> tokens = post(
                protocol + "/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "client_id", clientId,
                        "redirect_uri", BACK,
                        "code_verifier", VERIFIER));
        return new JsonObject(tokens.body());
    }

    private String codeFrom(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> page = first;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String location = page.headers().firstValue("Location").orElse("");
            if (location.startsWith(BACK)) {
                return found(CODE, location);
            }
            page = location.isEmpty()
                    ? post(
                            found(FORM, page.body()).replace("&amp;", "&"),
                            Map.of("username", "synthetic-resident", "password", "synthetic-password"))
                    : send(HttpRequest.newBuilder(URI.create(location)));
        }
        throw new IllegalStateException("no code after " + MOST_PAGES + " pages");
    }

    private HttpResponse<String> post(String url, Map<String, String> fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Keeps every cookie, also those that are marked for TLS only: this browser never leaves the machine. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] cookie = set.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        return answer;
    }

    private static String challenge() {
        byte[] digest = Digests.sha256(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        if (!matcher.find()) {
            throw new IllegalStateException("the page has no " + pattern);
        }
        return matcher.group(1);
    }
}
