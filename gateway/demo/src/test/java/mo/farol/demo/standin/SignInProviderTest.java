package mo.farol.demo.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.phone.http.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInProviderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String REDIRECT = "http://127.0.0.1:9/back";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private SignInProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider =
                SignInProvider.start("127.0.0.1", FreePorts.near(0), folder, folder.resolve("sign-in.html"), 3, CLOCK);
    }

    @AfterEach
    void stop() {
        provider.close();
        transport.close();
    }

    @Test
    void givesAResidentATokenOfTheClientsIssuerForTheResidentApi() throws Exception {
        SignedIn resident = signedIn(SignedIn.Account.resident(2, SignInClient.DSI_WEB));
        SignedJWT token = SignedJWT.parse(resident.token());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        JWTClaimsSet claims = genuine(token, SignInClient.DSI_WEB);
        assertThat(claims.getIssuer()).isEqualTo(provider.address() + "/dsi-web");
        assertThat(claims.getAudience()).containsExactly("urn:farol:demo:resident-api");
        assertThat(claims.getSubject()).isEqualTo("resident-2");
        assertThat(claims.getClaims())
                .containsEntry("azp", "dsi-web")
                .containsEntry("scope", "resident")
                .containsEntry("acr", SignInProvider.ORDINARY)
                .containsEntry("note", Mark.TEXT)
                .doesNotContainKey("roles");
        long age = Instant.now().getEpochSecond() - claims.getLongClaim("auth_time");
        assertThat(age).isBetween(0L, 5L);
        assertThat(resident.token()).isEqualTo(token.serialize());
    }

    @Test
    void keepsTheSessionWhenAResidentProvesMore() throws Exception {
        SignedIn resident = signedIn(SignedIn.Account.resident(1, SignInClient.APP));
        JWTClaimsSet before = SignedJWT.parse(resident.token()).getJWTClaimsSet();
        JWTClaimsSet after = SignedJWT.parse(resident.steppedUp().token()).getJWTClaimsSet();
        assertThat(after.getClaim("acr")).isEqualTo(SignInProvider.STRONG);
        assertThat(after.getClaim("sid")).isEqualTo(before.getClaim("sid")).isNotNull();
    }

    @Test
    void givesOfficersTheirRolesAndAnotherAudience() throws Exception {
        SignedIn officer = signedIn(SignedIn.Account.operator(OperatorRole.REGISTRY_OFFICER, 2));
        JWTClaimsSet claims = genuine(SignedJWT.parse(officer.token()), SignInClient.DSI_CONSOLE);
        assertThat(claims.getSubject()).isEqualTo("registry-officer-2");
        assertThat(claims.getStringListClaim("roles")).containsExactly("registry_officer");
        assertThat(claims.getAudience()).containsExactly("urn:farol:demo:operator-api");
        assertThat(claims.getClaim("scope")).isEqualTo("operator");
    }

    @Test
    void fetchesAnotherTokenWhenItsOwnWasNotTaken() throws Exception {
        SignedIn resident = signedIn(SignedIn.Account.resident(1, SignInClient.APP));
        String first = resident.token();
        resident.refused("another");
        assertThat(resident.token()).isEqualTo(first);
        resident.refused(first);
        assertThat(resident.token()).isNotEqualTo(first);
    }

    @Test
    void keepsItsKeysOverARestart() throws Exception {
        String token = signedIn(SignedIn.Account.resident(1, SignInClient.APP)).token();
        provider.close();
        provider =
                SignInProvider.start("127.0.0.1", FreePorts.near(0), folder, folder.resolve("sign-in.html"), 3, CLOCK);
        genuine(SignedJWT.parse(token), SignInClient.APP);
    }

    @Test
    void signsABrowserInOnAPageThatSaysWhatItIs() throws Exception {
        String verifier = "a".repeat(64);
        URI authorize = URI.create(SignInProvider.issuer(provider.address(), SignInClient.ONE_ACCOUNT_WEB)
                + "/authorize?response_type=code&client_id=one-account-web&scope=openid&state=s-1&nonce=n-1"
                + "&code_challenge_method=S256&code_challenge=" + s256(verifier) + "&redirect_uri="
                + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8));
        String page = http.send(HttpRequest.newBuilder(authorize).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(page).contains(Mark.TEXT).contains("Resident 3, with a second proof");

        String code = choose(authorize, chosen(page, "Resident 3, with a second proof"));
        assertThat(redeem(code, "b".repeat(64)).path("access_token").isMissingNode())
                .isTrue();
        String another = choose(authorize, chosen(page, "Resident 3, with a second proof"));
        JsonNode tokens = redeem(another, verifier);
        JWTClaimsSet access =
                genuine(SignedJWT.parse(tokens.path("access_token").asText()), SignInClient.ONE_ACCOUNT_WEB);
        JWTClaimsSet id = genuine(SignedJWT.parse(tokens.path("id_token").asText()), SignInClient.ONE_ACCOUNT_WEB);
        assertThat(access.getSubject()).isEqualTo("resident-3");
        assertThat(access.getClaim("acr")).isEqualTo(SignInProvider.STRONG);
        assertThat(access.getClaim("azp")).isEqualTo("one-account-web");
        assertThat(id.getAudience()).containsExactly("one-account-web");
        assertThat(id.getClaim("nonce")).isEqualTo("n-1");
        assertThat(id.getClaim("sid")).isEqualTo(access.getClaim("sid"));
    }

    @Test
    void offersOfficersOnItsPageWithTheirRoles() throws Exception {
        String page = Files.readString(folder.resolve("sign-in.html"));
        assertThat(chosen(page, "counter_officer 2"))
                .contains("\"sub\":\"counter-officer-2\"")
                .contains("\"roles\":[\"counter_officer\"]");
    }

    private SignedIn signedIn(SignedIn.Account account) {
        return new SignedIn(transport, provider.address(), account, CLOCK);
    }

    private String choose(URI authorize, String claims) throws Exception {
        HttpResponse<String> back = http.send(
                HttpRequest.newBuilder(authorize)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                form(Map.of("username", "somebody", "claims", claims))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(back.statusCode()).isEqualTo(302);
        String query =
                URI.create(back.headers().firstValue("Location").orElseThrow()).getQuery();
        assertThat(query).contains("state=s-1");
        return query.replaceAll(".*code=([^&]+).*", "$1");
    }

    private JsonNode redeem(String code, String verifier) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                SignInProvider.issuer(provider.address(), SignInClient.ONE_ACCOUNT_WEB) + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "one-account-web",
                                "code",
                                code,
                                "redirect_uri",
                                REDIRECT,
                                "code_verifier",
                                verifier))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    private JWTClaimsSet genuine(SignedJWT token, SignInClient client) throws Exception {
        String set = http.send(
                        HttpRequest.newBuilder(URI.create(SignInProvider.issuer(provider.address(), client) + "/jwks"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var key = JWKSet.parse(set).getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        return token.getJWTClaimsSet();
    }

    private static String chosen(String page, String option) {
        String before = page.substring(0, page.indexOf("\">" + option + "<"));
        return before.substring(before.lastIndexOf("value=\"") + 7).replace("&quot;", "\"");
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String s256(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
