/** What was measured, as numbers: medians, spreads, intervals, the table and the last line. */
@NullMarked
package mo.farol.bench.figure;

import org.jspecify.annotations.NullMarked;
