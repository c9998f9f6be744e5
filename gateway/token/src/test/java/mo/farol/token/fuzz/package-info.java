/** A fuzz target for each decoder. */
@NullMarked
package mo.farol.token.fuzz;

import org.jspecify.annotations.NullMarked;
