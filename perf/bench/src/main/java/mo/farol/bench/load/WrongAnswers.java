package mo.farol.bench.load;

import java.io.IOException;

/** A step's answers were not what they should be, so its cost says nothing. */
public final class WrongAnswers extends IOException {
    private static final long serialVersionUID = 1L;

    public WrongAnswers(String message) {
        super(message);
    }
}
