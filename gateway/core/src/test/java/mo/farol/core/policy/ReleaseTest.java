package mo.farol.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import mo.farol.token.CodeType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final int PAIRS = 2_000_000;
    private static final int ALL = (1 << Field.values().length) - 1;

    @Test
    void releasesNothingThatIsNotBothRequestedAndGranted() {
        SplittableRandom random = new SplittableRandom(20261124);
        for (int i = 0; i < PAIRS; i++) {
            Grant grant = grant(random.nextInt() & ALL, random.nextBoolean());
            FieldSet asked = random.nextInt(8) == 0 ? null : new FieldSet(random.nextInt() & ALL);

            Release release = Release.of(asked, grant);

            String violation = violation(asked, grant, release);
            if (violation != null) {
                throw new AssertionError(violation + ": " + asked + " of " + grant + " gave " + release);
            }
        }
    }

    /** I5, spelt out with plain bits and without the code under test. */
    private static @Nullable String violation(@Nullable FieldSet asked, Grant grant, Release release) {
        int granted = grant.fields().mask();
        int added = grant.purpose().inPerson() ? FieldSet.NAME_AND_PHOTO.mask() : 0;
        int requested = (asked == null ? granted : asked.mask()) | added;
        int releasable = release.releasable().mask();
        if ((releasable & ~granted) != 0) {
            return "released without a grant";
        }
        if ((releasable & ~requested) != 0) {
            return "released without being asked for";
        }
        if (releasable != (requested & granted)) {
            return "kept back what was requested and granted";
        }
        boolean explained = release.requested().mask() == requested
                && (release.notGranted().mask() | releasable) == requested
                && (release.notGranted().mask() & granted) == 0;
        return explained ? null : "a field is neither released nor explained";
    }

    @Test
    void asksForEverythingGrantedWhenTheRequestNamesNothing() {
        assertThat(Release.of(null, grant(0b1010, false)).releasable()).isEqualTo(new FieldSet(0b1010));
    }

    @Test
    void givesNothingWhenTheRequestNamesNoField() {
        assertThat(Release.of(FieldSet.NONE, grant(ALL, false)).releasable().isEmpty())
                .isTrue();
    }

    @Test
    void givesNothingOnAVerifyOnlyGrant() {
        Release release = Release.of(FieldSet.of(Field.PHOTO), grant(0, false));

        assertThat(release.releasable().isEmpty()).isTrue();
        assertThat(release.notGranted()).isEqualTo(FieldSet.of(Field.PHOTO));
    }

    private static Grant grant(int fields, boolean inPerson) {
        Purpose purpose = new Purpose(2, "p", CodeType.EID, inPerson, false, false);
        return new Grant(1, purpose, 3, new FieldSet(fields), null);
    }
}
