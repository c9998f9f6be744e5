/** A gateway of a few pages: enough of the APIs to see that the demo's people ask for the right things. */
@NullMarked
package mo.farol.demo.tiny;

import org.jspecify.annotations.NullMarked;
