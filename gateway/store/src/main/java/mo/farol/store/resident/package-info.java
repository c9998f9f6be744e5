/** What residents and operators look up, and whose account a sign-in is. */
@NullMarked
package mo.farol.store.resident;

import org.jspecify.annotations.NullMarked;
