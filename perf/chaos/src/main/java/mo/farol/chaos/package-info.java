/** The fault harness: real processes under real faults, and a checker of what they answered. */
@NullMarked
package mo.farol.chaos;

import org.jspecify.annotations.NullMarked;
