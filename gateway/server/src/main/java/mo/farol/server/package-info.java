@NullMarked
package mo.farol.server;

import org.jspecify.annotations.NullMarked;
