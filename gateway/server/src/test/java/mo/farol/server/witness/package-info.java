@NullMarked
package mo.farol.server.witness;

import org.jspecify.annotations.NullMarked;
