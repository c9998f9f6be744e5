/** The program behind {@code ./farol bench}: options, goals in order, how it ends. */
@NullMarked
package mo.farol.bench.command;

import org.jspecify.annotations.NullMarked;
