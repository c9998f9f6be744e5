/** {@code POST /v1/verifications}: from the request to the flow, and from its outcome to the answer. */
@NullMarked
package mo.farol.server.verification;

import org.jspecify.annotations.NullMarked;
