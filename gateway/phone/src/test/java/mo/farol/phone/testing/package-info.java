/** What the tests of the phone room share. */
@NullMarked
package mo.farol.phone.testing;

import org.jspecify.annotations.NullMarked;
