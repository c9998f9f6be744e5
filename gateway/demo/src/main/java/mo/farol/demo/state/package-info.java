/** The folder in which the demo keeps its state, and what it writes there. */
@NullMarked
package mo.farol.demo.state;

import org.jspecify.annotations.NullMarked;
