package mo.farol.bench.goal;

import java.nio.file.Path;

/**
 * A load of verifications.
 *
 * @param texts what is shown as a code, one a line; each is asked about once
 * @param count of them
 * @param wanted what every answer must say
 */
record Ask(Path texts, int count, String purpose, String wanted) {}
