package mo.farol.demo.standin;

import java.util.List;
import java.util.Locale;

/** The clients that sign people in at the stand-in, each at its issuer. */
public enum SignInClient {
    /** The app. */
    APP("one-account", "one-account-app", "resident"),
    /** The portal of the One Account. */
    ONE_ACCOUNT_WEB("one-account", "one-account-web", "resident"),
    /** DSI's web page. */
    DSI_WEB("dsi-web", "dsi-web", "resident"),
    /** DSI's own console. */
    DSI_CONSOLE("dsi-staff", "dsi-console", "operator");

    /** The issuers, by their names in the provider's addresses. */
    static final List<String> ISSUERS = List.of("one-account", "dsi-web", "dsi-staff");

    private final String issuer;
    private final String clientId;
    private final String scope;

    SignInClient(String issuer, String clientId, String scope) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.scope = scope;
    }

    /** The last part of the issuer's address. */
    public String issuer() {
        return issuer;
    }

    /** Its {@code azp}. */
    public String clientId() {
        return clientId;
    }

    String scope() {
        return scope;
    }

    /** The channel in the API, and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
