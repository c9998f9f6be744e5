package mo.farol.chaos.check;

/** Looks for one way in which a history breaks a promise. */
interface Check {
    void look(Evidence evidence, Findings findings);
}
