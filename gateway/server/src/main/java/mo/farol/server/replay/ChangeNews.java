package mo.farol.server.replay;

/** Hears of every committed change that outdates what gateways cache. */
@FunctionalInterface
public interface ChangeNews {
    /** Forgets the fact here, and tells every other gateway to. Never waits, never fails. */
    void outdated(OutdatedFact fact);
}
