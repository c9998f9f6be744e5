/** Classes that break the rules of this room, to show that breaking them is found. */
@NullMarked
package mo.farol.core.arrowfixture;

import org.jspecify.annotations.NullMarked;
