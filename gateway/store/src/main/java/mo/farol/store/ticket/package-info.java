/** How many tickets each binding was given. */
@NullMarked
package mo.farol.store.ticket;

import org.jspecify.annotations.NullMarked;
