/** The command line. */
@NullMarked
package mo.farol.simulation.command;

import org.jspecify.annotations.NullMarked;
