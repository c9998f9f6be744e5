/** Enrolled terminals at sign-in, and the single use of their assertions. */
@NullMarked
package mo.farol.store.terminal;

import org.jspecify.annotations.NullMarked;
