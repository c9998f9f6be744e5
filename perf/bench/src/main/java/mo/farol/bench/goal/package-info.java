/** The goals, one class each. */
@NullMarked
package mo.farol.bench.goal;

import org.jspecify.annotations.NullMarked;
