/** Base45 (RFC 9285), strict. */
@NullMarked
package mo.farol.token.base45;

import org.jspecify.annotations.NullMarked;
