/** Looks for values that must be nowhere: in logs, answers, packets, and what a load harness writes. */
@NullMarked
package mo.farol.phone.canary;

import org.jspecify.annotations.NullMarked;
