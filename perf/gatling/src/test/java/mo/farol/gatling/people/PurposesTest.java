package mo.farol.gatling.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;

class PurposesTest {
    private static final Asked NAMES = new Asked("names", CodeType.EID);
    private static final Asked BORDER = new Asked("border", CodeType.CLEARANCE);

    @Test
    void areLearntByAskingOnce() throws Exception {
        Map<Asked, String> says = Map.of(
                NAMES,
                "verified",
                new Asked("photo", CodeType.EID),
                "check_manually",
                new Asked("border", CodeType.EID),
                "wrong_code_type",
                BORDER,
                "verified",
                new Asked("loan", CodeType.EID),
                "challenge_required",
                new Asked("police", CodeType.EID),
                "invalid_request");
        Purposes purposes = Purposes.learn(
                List.of("names", "photo", "border", "loan", "police"), asked -> String.valueOf(says.get(asked)));
        assertThat(purposes.usable()).containsExactly(NAMES, new Asked("photo", CodeType.EID), BORDER);
        assertThat(purposes.leftOut()).isEqualTo(Map.of("loan", "challenge_required", "police", "invalid_request"));
    }

    @Test
    void areNotMisjudgedByAnExpiredCard() throws Exception {
        Deque<String> says = new ArrayDeque<>(List.of("card_expired", "card_cancelled", "verified"));
        assertThat(Purposes.learn(List.of("names"), asked -> says.removeFirst()).usable())
                .containsExactly(NAMES);
    }

    @Test
    void areChosenByTheTypeOfCodeWhereThereIsOne() {
        Purposes both = new Purposes(List.of(NAMES, BORDER), Map.of());
        assertThat(both.preferring(CodeType.CLEARANCE)).containsExactly(BORDER);
        assertThat(both.preferring(CodeType.EID)).containsExactly(NAMES);
        Purposes noBorder = new Purposes(List.of(NAMES), Map.of());
        assertThat(noBorder.preferring(CodeType.CLEARANCE)).containsExactly(NAMES);
    }
}
