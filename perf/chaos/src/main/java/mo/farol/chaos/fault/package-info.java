/** What can happen to a world, and when, as drawn from a seed. */
@NullMarked
package mo.farol.chaos.fault;

import org.jspecify.annotations.NullMarked;
