/** The cryptography that a code needs, twice: native (Conscrypt) and in Java (BouncyCastle). */
@NullMarked
package mo.farol.token.crypto;

import org.jspecify.annotations.NullMarked;
