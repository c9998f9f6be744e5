/** Tickets, the second way to a code's content key: who may have how many, and nothing kept of them. */
@NullMarked
package mo.farol.core.ticket;

import org.jspecify.annotations.NullMarked;
