/** What was asked, answered and changed, and the promises checked on it. */
@NullMarked
package mo.farol.simulation.history;

import org.jspecify.annotations.NullMarked;
