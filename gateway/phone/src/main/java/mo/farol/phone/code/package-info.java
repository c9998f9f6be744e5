/** The reference phone: keeps binding keys and makes codes. */
@NullMarked
package mo.farol.phone.code;

import org.jspecify.annotations.NullMarked;
