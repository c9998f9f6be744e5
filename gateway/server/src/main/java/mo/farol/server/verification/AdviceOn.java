package mo.farol.server.verification;

import mo.farol.api.problem.Advice;
import mo.farol.core.verification.Explanation;
import mo.farol.core.verification.ManualCheck;
import mo.farol.token.CodeType;

/** Which advice of the catalogue goes with what happened. */
final class AdviceOn {
    private AdviceOn() {}

    static Advice refusal(Explanation why) {
        return switch (why.refusal()) {
            case EXPIRED -> Advice.expired(why.ageSeconds());
            case CLOCK_SKEW -> Advice.CLOCK_SKEW;
            case ALREADY_USED -> Advice.ALREADY_USED;
            case WRONG_CODE_TYPE ->
                why.accepted() == CodeType.EID
                        ? Advice.WRONG_CODE_TYPE_OPEN_EID
                        : Advice.WRONG_CODE_TYPE_OPEN_CLEARANCE;
            case SUPERSEDED -> Advice.SUPERSEDED;
            case SUSPENDED -> Advice.SUSPENDED;
            case UNBOUND -> Advice.UNBOUND;
            case CARD_EXPIRED -> Advice.CARD_EXPIRED;
            case CARD_CANCELLED -> Advice.CARD_CANCELLED;
            case LANE_NOT_ELIGIBLE -> Advice.LANE_NOT_ELIGIBLE;
            case CHALLENGE_REQUIRED -> Advice.CHALLENGE_REQUIRED;
            case CHALLENGE_MISMATCH -> Advice.CHALLENGE_MISMATCH;
            case KEY_LEVEL_TOO_LOW -> Advice.KEY_LEVEL_TOO_LOW;
        };
    }

    static Advice check(ManualCheck check) {
        return switch (check) {
            case NO_PHOTO_ON_FILE -> Advice.NO_PHOTO_ON_FILE;
            case CARD_REPORTED_FOUND -> Advice.CARD_REPORTED_FOUND;
        };
    }
}
