/** Android key attestation: from a chain of certificates to how well a phone keeps a key. */
@NullMarked
package mo.farol.server.proof.attestation;

import org.jspecify.annotations.NullMarked;
