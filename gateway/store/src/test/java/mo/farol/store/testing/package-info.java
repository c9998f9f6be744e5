/** A real PostgreSQL for the tests of every room. */
@NullMarked
package mo.farol.store.testing;

import org.jspecify.annotations.NullMarked;
