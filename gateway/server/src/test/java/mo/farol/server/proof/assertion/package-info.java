@NullMarked
package mo.farol.server.proof.assertion;

import org.jspecify.annotations.NullMarked;
