@NullMarked
package mo.farol.server.proof.attestation;

import org.jspecify.annotations.NullMarked;
