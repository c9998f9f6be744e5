/** What others prove to the gateway: face-check providers and kiosks by signed assertions, phones by attestation. */
@NullMarked
package mo.farol.server.proof;

import org.jspecify.annotations.NullMarked;
