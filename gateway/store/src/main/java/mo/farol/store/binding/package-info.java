/**
 * E-IDs' lives on phones in PostgreSQL: the ledger that decides each act under the e-ID's row lock, and what waits for it:
 * challenges, kiosk numbers, counter cases.
 */
@NullMarked
package mo.farol.store.binding;

import org.jspecify.annotations.NullMarked;
