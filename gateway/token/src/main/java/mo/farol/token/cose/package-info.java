/** The layers of a code: claims, COSE_Sign1 and COSE_Encrypt0 (RFC 9052), with the numbers that format 1 pins. */
@NullMarked
package mo.farol.token.cose;

import org.jspecify.annotations.NullMarked;
