/** Tests of the package. */
@NullMarked
package mo.farol.chaos.command;

import org.jspecify.annotations.NullMarked;
