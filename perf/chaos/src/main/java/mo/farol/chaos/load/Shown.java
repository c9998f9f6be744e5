package mo.farol.chaos.load;

import mo.farol.chaos.history.CodeId;
import mo.farol.token.cose.Sign1;

/**
 * A code that a phone showed. It never prints.
 *
 * @param signed what is inside, to be sealed again
 */
record Shown(CodeId id, Sign1 signed, String text) {
    @Override
    public String toString() {
        return "Shown[redacted]";
    }
}
