package mo.farol.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What one request may be given: it starts empty, and fields are only ever added.
 *
 * @param requested what the request asks for, and what its purpose always asks for
 * @param releasable what is both requested and granted
 */
public record Release(FieldSet requested, FieldSet releasable) {
    /** @param asked the fields named in the request, or null for all that is granted */
    public static Release of(@Nullable FieldSet asked, Grant grant) {
        FieldSet requested = FieldSet.NONE.or(asked == null ? grant.fields() : asked);
        if (grant.purpose().inPerson()) {
            requested = requested.or(FieldSet.NAME_AND_PHOTO);
        }
        return new Release(requested, requested.and(grant.fields()));
    }

    /** What was asked for and is not granted. */
    public FieldSet notGranted() {
        return requested.minus(releasable);
    }
}
