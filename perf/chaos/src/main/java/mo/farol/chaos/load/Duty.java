package mo.farol.chaos.load;

import java.util.random.RandomGenerator;

/** Something that somebody does again and again. */
interface Duty {
    /** Once. */
    void once(RandomGenerator random) throws InterruptedException;
}
