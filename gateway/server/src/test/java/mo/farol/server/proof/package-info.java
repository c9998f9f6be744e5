@NullMarked
package mo.farol.server.proof;

import org.jspecify.annotations.NullMarked;
