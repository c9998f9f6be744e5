@NullMarked
package mo.farol.server.importing;

import org.jspecify.annotations.NullMarked;
