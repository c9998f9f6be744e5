/** Everything the demo starts, in order, and ends again. */
@NullMarked
package mo.farol.demo.world;

import org.jspecify.annotations.NullMarked;
