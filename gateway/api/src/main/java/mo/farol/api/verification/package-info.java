/** Requests and answers of the verifier API. */
@NullMarked
package mo.farol.api.verification;

import org.jspecify.annotations.NullMarked;
