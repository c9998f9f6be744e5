package mo.farol.phone.challenge;

import mo.farol.token.challenge.TerminalChallenge;

/** The page on which the phone's owner sees who asks, what for and at which terminal, and taps yes or no. */
@FunctionalInterface
public interface ShownToOwner {
    /** @return whether the owner tapped yes; nothing else is a yes */
    boolean approves(TerminalChallenge challenge) throws InterruptedException;
}
