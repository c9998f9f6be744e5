package mo.farol.phone.challenge;

import java.time.Duration;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.TerminalChallenge;

/** What a text that the phone scanned turned out to be. */
public sealed interface ScannedChallenge {
    /** Signed by the gateway and not over: to be shown, and to be answered only after a tap. */
    record Genuine(TerminalChallenge challenge) implements ScannedChallenge {}

    /** One that is not answered, and why. */
    sealed interface Refused extends ScannedChallenge {}

    /** Not the text of a challenge. */
    record NotAChallenge() implements Refused {}

    /** Signed, it says, by a key that this phone was never told of: fetch the keys again, then believe it or not. */
    record UnknownKey(ChallengeKeyId key) implements Refused {}

    /** Not signed by the key that it names: somebody made it up. */
    record BadlySigned() implements Refused {}

    /** Genuine once; the terminal can show another. @param since by the gateway's time as the phone knows it */
    record Expired(Duration since) implements Refused {}
}
