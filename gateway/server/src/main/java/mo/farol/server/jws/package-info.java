/** Signed texts (JWS) of others, and the public keys (JWK) that they are checked with. */
@NullMarked
package mo.farol.server.jws;

import org.jspecify.annotations.NullMarked;
