package mo.farol.phone.challenge;

/** What a phone made of a challenge. */
public sealed interface ChallengeAnswer {
    /** The owner agreed. It never prints. @param text of the code to show: {@code EID1:} and Base45 */
    record Code(String text) implements ChallengeAnswer {
        @Override
        public String toString() {
            return "Code[redacted]";
        }
    }

    /** The owner did not agree: no code was made. */
    record Declined() implements ChallengeAnswer {}

    /** There was nothing that the owner could have agreed to, or there is no more. */
    record NotAnswered(ScannedChallenge.Refused why) implements ChallengeAnswer {}
}
