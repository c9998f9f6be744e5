package mo.farol.token.arrowfixture;

import mo.farol.core.policy.FieldSet;

/** The token room knows nothing of policy. */
public final class ReachesUp {
    public FieldSet everything() {
        return FieldSet.NONE;
    }
}
