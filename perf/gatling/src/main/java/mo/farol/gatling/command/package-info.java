/** The program behind {@code ./farol load}. */
@NullMarked
package mo.farol.gatling.command;

import org.jspecify.annotations.NullMarked;
