package mo.farol.simulation.postgres;

/** A row to be written. Two of them are never equal. */
final class Insert {
    private final Object unique;
    private final Change change;
    private final boolean mustBeNew;

    /**
     * @param unique what may exist once, or be changed by one transaction at a time
     * @param mustBeNew false: ON CONFLICT DO NOTHING; true: a conflict is an error
     */
    Insert(Object unique, Change change, boolean mustBeNew) {
        this.unique = unique;
        this.change = change;
        this.mustBeNew = mustBeNew;
    }

    Object unique() {
        return unique;
    }

    Change change() {
        return change;
    }

    boolean mustBeNew() {
        return mustBeNew;
    }
}
