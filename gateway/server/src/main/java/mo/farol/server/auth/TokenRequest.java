package mo.farol.server.auth;

import io.vertx.core.MultiMap;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of a token request (RFC 6749, 4.4.2). It never prints.
 *
 * @param assertion absent: the client certificate says who it is
 * @param clientId may be absent beside an assertion
 */
record TokenRequest(@Nullable String assertion, @Nullable String clientId, Set<Scope> scopes) {
    static TokenRequest read(MultiMap form) throws SignInRefused {
        for (String name : form.names()) {
            if (form.getAll(name).size() > 1) {
                throw SignInRefused.invalidRequest("a parameter is given twice");
            }
        }
        String grantType = form.get("grant_type");
        if (grantType == null) {
            throw SignInRefused.invalidRequest("grant_type is missing");
        }
        if (!grantType.equals("client_credentials")) {
            throw SignInRefused.unsupportedGrantType();
        }
        return new TokenRequest(assertion(form), form.get("client_id"), scopes(form.get("scope")));
    }

    private static @Nullable String assertion(MultiMap form) throws SignInRefused {
        String assertion = form.get("client_assertion");
        String type = form.get("client_assertion_type");
        if ((assertion == null) != (type == null) || type != null && !type.equals(ClientAssertion.TYPE)) {
            throw SignInRefused.invalidRequest(
                    "client_assertion goes with client_assertion_type " + ClientAssertion.TYPE);
        }
        return assertion;
    }

    private static Set<Scope> scopes(@Nullable String scope) throws SignInRefused {
        return scope == null ? EnumSet.allOf(Scope.class) : Scope.parse(scope).orElseThrow(SignInRefused::invalidScope);
    }

    @Override
    public String toString() {
        return "TokenRequest[redacted]";
    }
}
