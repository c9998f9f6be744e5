/** The token endpoint of the verifier API (RFC 6749). */
@NullMarked
package mo.farol.api.token;

import org.jspecify.annotations.NullMarked;
