@NullMarked
package mo.farol.server.resident;

import org.jspecify.annotations.NullMarked;
