@NullMarked
package mo.farol.server.operator;

import org.jspecify.annotations.NullMarked;
