package mo.farol.server.auth;

import io.vertx.core.Vertx;
import mo.farol.core.terminal.AssertionJtis;
import mo.farol.core.terminal.Standings;
import mo.farol.core.terminal.Terminals;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.http.Routes;
import mo.farol.server.keys.SigningKey;
import mo.farol.server.limits.SignInLimits;
import mo.farol.token.crypto.Crypto;

/** This gateway as the authorization server of its terminals: issues tokens and checks them. */
public final class Authority {
    private final Crypto crypto;
    private final SigningKey key;
    private final String issuer;
    private final Terminals terminals;
    private final Standings standings;
    private final SignInLimits limits = SignInLimits.standard();
    private final AssertionJtis jtis;
    private final DatabaseTime time;
    private final AccessTokenReader tokens;

    public Authority(
            Crypto crypto,
            SigningKey key,
            String issuer,
            Terminals terminals,
            Standings standings,
            AssertionJtis jtis,
            DatabaseTime time) {
        this.crypto = crypto;
        this.key = key;
        this.issuer = issuer;
        this.terminals = terminals;
        this.standings = standings;
        this.jtis = jtis;
        this.time = time;
        this.tokens = new AccessTokenReader(crypto, key, issuer);
    }

    /** The token endpoint, for one event loop. */
    public Routes tokenEndpoint(Vertx vertx) {
        SignIn signIn = new SignIn(crypto, terminals, jtis, issuer, limits);
        return new TokenRoute(signIn, new AccessTokenIssuer(vertx, key, issuer), time, limits);
    }

    public TerminalCheck requiring(Scope scope) {
        return new TerminalCheck(tokens, standings, time, scope);
    }
}
