/** The challenges that terminals show, until a code answers them. */
@NullMarked
package mo.farol.store.challenge;

import org.jspecify.annotations.NullMarked;
