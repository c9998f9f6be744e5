/** {@code ./farol chaos}: the command line, the order of events in a schedule, and what is printed about it. */
@NullMarked
package mo.farol.chaos.command;

import org.jspecify.annotations.NullMarked;
