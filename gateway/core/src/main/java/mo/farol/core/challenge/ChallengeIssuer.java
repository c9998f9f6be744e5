package mo.farol.core.challenge;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.terminal.Terminals;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.Nonce;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.TerminalChallenge;

/**
 * Issues a challenge to a terminal that may ask for the purpose. What it checks is a courtesy to the terminal: the
 * redeeming statement reads terminal, grant and challenge again when a code answers.
 */
public final class ChallengeIssuer {
    private final Ports ports;
    private final ChallengeMinter minter;
    private final ChallengeLife life;
    private final RandomGenerator random;

    /** What it asks of the world around it. */
    public record Ports(
            Terminals terminals, PolicyCatalogue policies, TerminalChallenges challenges, DatabaseTime time) {}

    /** @param random a cryptographic source: whoever can guess an id can answer a challenge that nobody showed */
    public ChallengeIssuer(Ports ports, ChallengeMinter minter, ChallengeLife life, RandomGenerator random) {
        this.ports = ports;
        this.minter = minter;
        this.life = life;
        this.random = random;
    }

    /**
     * @param purpose the purpose's name
     * @param request the same request gets the same challenge
     * @return fails with {@link mo.farol.core.verification.ArbiterUnreachable} or {@link DatabaseTime.UncertainTime}
     */
    public Future<Issued> issue(TerminalIdentity terminal, String purpose, RequestKey request) {
        return ports.terminals()
                .byClientId(terminal.name())
                .compose(found -> found.map(enrolled -> issue(enrolled, purpose, request))
                        .orElseGet(() -> Future.succeededFuture(new Issued.Unknown())));
    }

    private Future<Issued> issue(EnrolledTerminal terminal, String purpose, RequestKey request) {
        Optional<Standing> suspended = terminal.suspended();
        if (suspended.isPresent()) {
            return Future.succeededFuture(new Issued.NotAllowed(suspended.get()));
        }
        return ports.policies()
                .grant(terminal.identity().institution(), purpose)
                .compose(found -> found.map(grant -> enter(terminal, grant, request))
                        .orElseGet(() -> Future.succeededFuture(new Issued.NotAllowed(Standing.PURPOSE_NOT_GRANTED))));
    }

    private Future<Issued> enter(EnrolledTerminal terminal, Grant grant, RequestKey request) {
        IssuedChallenge fresh;
        try {
            fresh = mint(terminal, grant);
        } catch (DatabaseTime.UncertainTime uncertain) {
            return Future.failedFuture(uncertain);
        }
        return ports.challenges().enter(fresh, request).map(entered -> switch (entered) {
            case TerminalChallenges.Entered.Kept kept -> new Issued.Given(fresh, false);
            case TerminalChallenges.Entered.Before before -> new Issued.Given(before.challenge(), true);
            case TerminalChallenges.Entered.KeyReused reused -> new Issued.KeyReused();
        });
    }

    private IssuedChallenge mint(EnrolledTerminal terminal, Grant grant) throws DatabaseTime.UncertainTime {
        Instant expires = Instant.ofEpochSecond(
                Math.floorDiv(ports.time().millis(), 1000L) + life.life().toSeconds());
        byte[] bytes = new byte[Nonce.LENGTH];
        random.nextBytes(bytes);
        Nonce id = Nonce.of(bytes);
        String text = minter.mint(new TerminalChallenge(
                id,
                TerminalChallenge.showable(terminal.institutionName()),
                TerminalChallenge.showable(grant.purpose().name()),
                TerminalChallenge.showable(terminal.identity().name()),
                expires.getEpochSecond()));
        return new IssuedChallenge(
                id, terminal.identity().terminal(), grant.purpose().id(), expires, text);
    }
}
