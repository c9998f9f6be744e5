/** The gateway's keys for codes: HPKE recipient keys and ticket day keys. */
@NullMarked
package mo.farol.token.key;

import org.jspecify.annotations.NullMarked;
