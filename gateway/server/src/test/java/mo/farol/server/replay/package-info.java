@NullMarked
package mo.farol.server.replay;

import org.jspecify.annotations.NullMarked;
