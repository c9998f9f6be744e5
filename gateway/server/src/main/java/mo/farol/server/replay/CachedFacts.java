package mo.farol.server.replay;

import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.terminal.Standings;
import mo.farol.core.verification.PublicKeys;

/**
 * All that a node caches of facts that can be withdrawn. Each cache has a maximum age, so what is not forgotten in time is
 * read again in seconds; and the redeeming statement reads them all itself.
 *
 * @param policies 3 s
 * @param publicKeys an hour: a binding's key never changes, and whether the binding stands is not cached at all
 * @param standings 10 s
 */
public record CachedFacts(PolicyCatalogue policies, PublicKeys publicKeys, Standings standings) {
    /** Has the fact read again when it is next asked for. */
    public void forget(OutdatedFact fact) {
        switch (fact) {
            case OutdatedFact.Grant grant -> policies.forget(grant.institution(), grant.purpose());
            case OutdatedFact.PublicKey key -> publicKeys.forget(key.id());
            case OutdatedFact.Terminal terminal -> standings.forget(terminal.row());
            case OutdatedFact.AllTerminals all -> standings.forgetAll();
        }
    }
}
