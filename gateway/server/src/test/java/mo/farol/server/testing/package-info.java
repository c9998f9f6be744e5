/** What the tests of this room share. */
@NullMarked
package mo.farol.server.testing;

import org.jspecify.annotations.NullMarked;
